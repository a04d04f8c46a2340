using System.Text;
using Web.Tests.Api;

namespace Web.Tests.Processes;

/// <summary>What strangers may ask for, asked for by many of them at once.</summary>
public sealed class OverloadTests
{
    private const int Size = 19 * 1024 * 1024;

    [Fact]
    public async Task Large_files_handed_in_at_once_are_checked_a_few_at_a_time()
    {
        await using var program = await TheProgram.OnAsync("sqlite");
        // 600 MiB: two at once fit in well, all of them do not.
        await program.StartAsync(("DOTNET_GCHeapHardLimit", "0x25800000"));
        var file = Sealed();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => program.Client.PostAsync("/api/v1/verify", Calls.File(file))));
        Assert.All(answers, a => Assert.True((int)a.StatusCode is 200 or 503, $"{a.StatusCode}"));
        Assert.Contains(answers, a => (int)a.StatusCode == 200);
        await program.StopAsync();
    }

    // A seal as large as the file: it stands in memory again as bytes, and the file without it once more.
    private static byte[] Sealed()
    {
        var file = new byte[Size];
        Array.Fill(file, (byte)'0');
        Encoding.ASCII.GetBytes($"%PDF-1.7 /ByteRange [0 100 {Size - 100} 100] ".PadRight(100) + "<").CopyTo(file, 0);
        file[Size - 101] = (byte)'>';
        return file;
    }
}
