using System.Globalization;
using System.Text;
using Madoguchi.Testing.Processes;

namespace Madoguchi.Testing.Servers;

/// <summary>A real SMTP server in a process of its own (Debian: python3-aiosmtpd). It keeps what it was given as files.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly ChildProcess process;
    private readonly DirectoryInfo folder;

    private SmtpServer(ChildProcess process, DirectoryInfo folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    public static async Task<SmtpServer> StartAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("madoguchi-smtp-");
        // The system's Python first: the Debian package belongs to it.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var script = Repository.File("tests", "Madoguchi.Testing", "Servers", "smtp.py");
        var process = ChildProcess.Start(python, [script, folder.FullName]);
        var ready = await process.WaitForLineAsync(line => line.StartsWith("ready ", StringComparison.Ordinal));
        return new(process, folder, int.Parse(ready[6..], CultureInfo.InvariantCulture));
    }

    /// <summary>The messages so far, in the order of their arrival.</summary>
    public IReadOnlyList<ReceivedMail> Messages =>
        [.. folder.GetFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => ReceivedMail.Parse(File.ReadAllText(f.FullName)))];

    /// <summary>The messages, once there are at least so many.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (folder.GetFiles("*.eml").Length < count) await pulse.WaitForNextTickAsync(limit.Token);
        return Messages;
    }

    /// <summary>From now on every recipient is answered so, for example <c>451 4.3.0 try later</c>; null accepts again.</summary>
    public void Refuse(string? answer)
    {
        var file = Path.Combine(folder.FullName, "refuse");
        if (answer is null) File.Delete(file);
        else File.WriteAllText(file, answer);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>A message as the server got it: headers decoded, the body of its first text part.</summary>
/// <param name="Headers">Name → value, names without regard to case; X-Mail-From and X-Rcpt-To hold the envelope.</param>
/// <param name="Body">The text.</param>
public sealed record ReceivedMail(IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Subject => Headers.GetValueOrDefault("Subject", "");

    public string To => Headers.GetValueOrDefault("X-Rcpt-To", "");

    internal static ReceivedMail Parse(string raw)
    {
        var (headers, body) = Split(raw.ReplaceLineEndings("\n"));
        var type = headers.GetValueOrDefault("Content-Type", "");
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Parameter(type, "boundary") is { } boundary)
        {
            var part = body.Split("--" + boundary).Skip(1).First(p => p.Contains("text/plain", StringComparison.OrdinalIgnoreCase));
            var (inner, text) = Split(part.TrimStart('\n'));
            return new(headers, Decode(text, inner.GetValueOrDefault("Content-Transfer-Encoding", "")));
        }

        return new(headers, Decode(body, headers.GetValueOrDefault("Content-Transfer-Encoding", "")));
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = (end < 0 ? text : text[..end]).Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Split('\n'))
            if (line.IndexOf(':') is > 0 and var colon) headers[line[..colon]] = Words(line[(colon + 1)..].Trim());
        return (headers, end < 0 ? "" : text[(end + 2)..]);
    }

    // RFC 2047: =?utf-8?B?…?= =?utf-8?Q?…?=; white space between two of them is not part of the text.
    private static string Words(string value)
    {
        var decoded = new List<byte>();
        var text = new StringBuilder();
        foreach (var word in value.Split(' '))
        {
            var parts = word.Split('?');
            if (parts is ["=", _, var kind, var content, "="])
            {
                decoded.AddRange(kind is "B" or "b" ? Convert.FromBase64String(content) : Quoted(content.Replace('_', ' ')));
                continue;
            }

            Flush();
            if (text.Length > 0) text.Append(' ');
            text.Append(word);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            text.Append(Encoding.UTF8.GetString([.. decoded]));
            decoded.Clear();
        }
    }

    private static string Decode(string body, string encoding) => encoding.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim())),
        "quoted-printable" => Encoding.UTF8.GetString(Quoted(body.Replace("=\n", "", StringComparison.Ordinal))),
        _ => body,
    };

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length;)
        {
            var escaped = text[at] == '=' && at + 2 < text.Length;
            if (escaped) bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else bytes.Add((byte)text[at]);
            at += escaped ? 3 : 1;
        }

        return [.. bytes];
    }

    private static string? Parameter(string value, string name) =>
        value.Split(';').Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim('"');
}
