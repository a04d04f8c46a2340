using System.Security.Cryptography;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Settings;

namespace Kernel.Tests.Keys;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeysTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("madoguchi-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_demo_makes_its_own_key_for_its_eyes_only()
    {
        var made = MasterKey.Load(new CityOptions { DataFolder = folder });
        var file = Path.Combine(folder, "master.key");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(32, Convert.FromBase64String(Assert.Single(File.ReadAllLines(file))).Length);
        Assert.Equal("秘密"u8.ToArray(), MasterKey.Load(new CityOptions { DataFolder = folder }).Unwrap(made.Wrap("秘密"u8, "p"), "p"));
    }

    [Fact]
    public void Outside_the_demo_nothing_starts_without_a_key_file()
    {
        Assert.Throws<StartRefusedException>(() => MasterKey.Load(new CityOptions { DataFolder = folder, Demo = false }));
        Assert.Throws<StartRefusedException>(() => MasterKey.Load(new CityOptions { Demo = false, KeyFile = Path.Combine(folder, "none") }));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_others_can_touch_is_refused(UnixFileMode more)
    {
        var file = KeyFile(Convert.ToBase64String(new byte[32]));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);
        Assert.Throws<StartRefusedException>(() => MasterKey.Load(new CityOptions { KeyFile = file }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_not_32_bytes_is_refused(string text) =>
        Assert.Throws<StartRefusedException>(() => MasterKey.Load(new CityOptions { KeyFile = KeyFile(text) }));

    [Fact]
    public void A_wrapped_key_opens_only_unchanged_for_its_purpose_under_its_master()
    {
        var master = Load(1);
        var wrapped = master.Wrap([1, 2, 3], "audit");
        for (var i = 0; i < wrapped.Length; i++)
        {
            byte[] changed = [.. wrapped];
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => master.Unwrap(changed, "audit"));
        }

        Assert.ThrowsAny<CryptographicException>(() => master.Unwrap(wrapped, "notice"));
        Assert.ThrowsAny<CryptographicException>(() => Load(2).Unwrap(wrapped, "audit"));
        Assert.ThrowsAny<CryptographicException>(() => master.Unwrap(wrapped.AsSpan(0, 20), "audit"));
        Assert.NotEqual(wrapped, master.Wrap([1, 2, 3], "audit"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task All_nodes_see_the_same_key_also_when_all_ask_first(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        KeyRing[] nodes = [.. Enumerable.Range(0, 6).Select(_ => new KeyRing(city.Scopes, city.Get<MasterKey>(), TimeProvider.System))];
        var keys = await Task.WhenAll(nodes.Select(n => n.SecretAsync("audit", () => RandomNumberGenerator.GetBytes(32))));

        Assert.Single(keys.Select(k => Convert.ToHexString(k.Secret)).Distinct());
        Assert.Equal(1, await city.AskAsync<long>("select count(*) from kernel_keys where purpose = 'audit'"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task The_start_is_refused_when_the_master_key_is_another_or_a_key_was_changed(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        await city.Get<KeyRing>().SecretAsync("audit", () => new byte[32]);
        await city.Get<KeyRing>().CheckAsync();

        await Assert.ThrowsAsync<StartRefusedException>(() => new KeyRing(city.Scopes, Load(2), TimeProvider.System).CheckAsync());
        await city.SqlAsync("update kernel_keys set wrapped = 'AAAA'");
        await Assert.ThrowsAsync<StartRefusedException>(() => city.Get<KeyRing>().CheckAsync());
    }

    private MasterKey Load(byte first) => MasterKey.Load(new CityOptions { KeyFile = KeyFile(Convert.ToBase64String([first, .. new byte[31]])) });

    private string KeyFile(string text)
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        File.WriteAllText(file, text + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}
