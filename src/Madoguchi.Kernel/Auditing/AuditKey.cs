using System.Security.Cryptography;
using System.Text;
using Madoguchi.Kernel.Keys;

namespace Madoguchi.Kernel.Auditing;

/// <summary>Signs heads with ECDSA P-256; the private key is wrapped by the master key.</summary>
internal sealed class AuditKey(KeyRing keys)
{
    /// <summary>Makes the key when there is none yet: a transaction of its own, so not inside another.</summary>
    public Task ReadyAsync(CancellationToken stop) => SecretAsync(stop);

    public async Task<(string KeyId, string Signature)> SignAsync(string head, CancellationToken stop)
    {
        var (id, secret) = await SecretAsync(stop);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        return (id, Convert.ToBase64String(key.SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256)));
    }

    public async Task<bool> VerifyAsync(string head, string keyId, string signature, CancellationToken stop)
    {
        var (id, secret) = await SecretAsync(stop);
        var bytes = new byte[256];
        if (id != keyId || !Convert.TryFromBase64String(signature, bytes, out var length)) return false;
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        return key.VerifyData(Encoding.ASCII.GetBytes(head), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    private Task<(string Id, byte[] Secret)> SecretAsync(CancellationToken stop) => keys.SecretAsync("audit", () =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }, stop);
}
