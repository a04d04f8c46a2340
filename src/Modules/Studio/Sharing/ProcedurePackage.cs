using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Madoguchi.Studio.Sharing;

/// <summary>The city a file came from, by what it is called in texts.</summary>
internal sealed record PackageSource(string LgCode, string City, string English, string Prefecture, string Slug, int? Edition, DateOnly ExportedOn);

/// <summary>A procedure as one file, to be handed to another city (docs/procedure-package.md).</summary>
internal sealed record ProcedurePackage(PackageSource Source, string Definition)
{
    public const string Format = "madoguchi-procedure";

    /// <summary>A file of a later one is refused: it may say what this program does not know.</summary>
    public const int Version = 1;

    public const int LargestFile = 2_200_000;

    private const string Licence = "この手続の定義は、Apache License 2.0 のもとで、どの自治体でも使い、直し、配ることができます。法令・条例・様式は、使う市が確かめてください。";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 2 };

    public string Sha256 => HashOf(Definition);

    /// <summary>The bytes of the file.</summary>
    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            json.WriteStartObject("source");
            json.WriteString("lgCode", Source.LgCode);
            json.WriteString("city", Source.City);
            json.WriteString("english", Source.English);
            json.WriteString("prefecture", Source.Prefecture);
            json.WriteString("slug", Source.Slug);
            if (Source.Edition is { } edition) json.WriteNumber("edition", edition);
            json.WriteString("exportedOn", Source.ExportedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteString("licence", Licence);
            json.WriteString("sha256", Sha256);
            json.WritePropertyName("definition");
            // As it stands, character for character: the hash is of these bytes.
            json.WriteRawValue(Definition);
            json.WriteEndObject();
        }

        return file.ToArray();
    }

    public static string HashOf(string definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)));
}
