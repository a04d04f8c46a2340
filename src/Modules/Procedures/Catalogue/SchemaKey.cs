using System.Text;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>Cuts <c>$schema</c>, which helps editors only, out of a file's top level and leaves every other character as it is.</summary>
internal static class SchemaKey
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    /// <summary>The text without the key; unchanged when it has none, or is no JSON, which is the reader's to say.</summary>
    public static string Drop(string json)
    {
        if (!json.Contains("\"$schema\"", StringComparison.Ordinal)) return json;
        try
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            return Find(bytes) is var (from, to) ? Encoding.UTF8.GetString(bytes.AsSpan(0, from)) + Encoding.UTF8.GetString(bytes.AsSpan(to)) : json;
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>From the key to the next one, or from the end of the value before it when it is the last.</summary>
    private static (int From, int To)? Find(byte[] json)
    {
        var reader = new Utf8JsonReader(json, Options);
        int? from = null;
        int end = 0, before = 0;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (from is { } first) return (first, (int)reader.TokenStartIndex);
                if (reader.ValueTextEquals("$schema"u8))
                {
                    (from, before) = ((int)reader.TokenStartIndex, end);
                    if (!reader.Read() || reader.TokenType != JsonTokenType.String) return null;
                }
            }

            if (from is not null && reader.CurrentDepth == 0) return (before, end);
            end = (int)reader.BytesConsumed;
        }

        return null;
    }
}
