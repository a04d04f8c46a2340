using System.Security.Cryptography;

namespace Madoguchi.Insights.Rate;

/// <summary>
/// The name under which an answer is kept: HMAC-SHA256 of the matter's id with a key of the city, which only the master key opens.
/// The same matter gives the same name; without the key nobody walks from an answer to a matter, not even by trying them all.
/// </summary>
internal sealed class MatterKeys(KeyRing keys) : IStartup
{
    private const string Purpose = "insights.matters";

    // Made before serving: inside the transaction of a request there is no turn to write it.
    public Task StartAsync(CancellationToken stop) => SecretAsync(stop);

    public async Task<string> OfAsync(Guid application, CancellationToken stop) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await SecretAsync(stop), application.ToByteArray()));

    private async Task<byte[]> SecretAsync(CancellationToken stop) => (await keys.SecretAsync(Purpose, () => RandomNumberGenerator.GetBytes(32), stop)).Secret;
}
