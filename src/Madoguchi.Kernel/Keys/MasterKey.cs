using System.Security.Cryptography;
using System.Text;
using Madoguchi.Kernel.Settings;

namespace Madoguchi.Kernel.Keys;

/// <summary>The one key outside the database: 32 random bytes as one line of base64 in a file of mode 0600. It wraps all other keys.</summary>
public sealed class MasterKey
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] key;

    private MasterKey(byte[] key) => this.key = key;

    /// <summary>Reads the key; the demo makes one in its data folder.</summary>
    /// <exception cref="StartRefusedException">Missing outside demo mode, readable by others, or not 32 bytes.</exception>
    public static MasterKey Load(CityOptions options)
    {
        var file = options.KeyFile;
        if (file is null)
        {
            if (!options.Demo) throw new StartRefusedException("MADOGUCHI_KEY_FILE が設定されていません。鍵のファイルなしでは開庁できません。(MADOGUCHI_KEY_FILE is required.)");
            file = Path.Combine(options.DataFolder, "master.key");
            if (!File.Exists(file)) Create(file);
        }

        if (!File.Exists(file)) throw new StartRefusedException($"鍵のファイルがありません: {file}");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new StartRefusedException($"鍵のファイルをほかの利用者が読み書きできます。chmod 600 {file}");
        return new MasterKey(Parse(File.ReadAllText(file), file));
    }

    /// <summary>Encrypts and authenticates; <paramref name="purpose"/> must be the same at <see cref="Unwrap"/>.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> plain, string purpose)
    {
        var wrapped = new byte[NonceSize + plain.Length + TagSize];
        var nonce = wrapped.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, wrapped.AsSpan(NonceSize, plain.Length), wrapped.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(purpose));
        return wrapped;
    }

    /// <exception cref="CryptographicException">Changed, made for another purpose or by another master key.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string purpose)
    {
        if (wrapped.Length < NonceSize + TagSize) throw new CryptographicException("Too short");
        var plain = new byte[wrapped.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(wrapped[..NonceSize], wrapped[NonceSize..^TagSize], wrapped[^TagSize..], plain, Encoding.UTF8.GetBytes(purpose));
        return plain;
    }

    private static void Create(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private static byte[] Parse(string text, string file)
    {
        var bytes = new byte[33];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == 32
            ? bytes[..32]
            : throw new StartRefusedException($"鍵のファイルは 32 バイトの base64 一行でなければなりません: {file}");
    }
}

/// <summary>The program must not start; the message is shown to the operator as it is.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
