using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Madoguchi.Kernel.Data;

/// <summary>The one way JSON is written: camelCase, Japanese readable, enums as text, dates as the API wants them.</summary>
public static class JsonText
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 32,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new TokyoTime() },
    };

    /// <summary>Writes a UTC time as RFC 3339 with <c>+09:00</c> and milliseconds.</summary>
    public static void WriteTime(Utf8JsonWriter writer, DateTime utc)
    {
        // By hand: a list of fifty holds a hundred of them.
        var time = utc.AddHours(9);
        Span<byte> text = stackalloc byte[31];
        "\"0000-00-00T00:00:00.000+09:00\""u8.CopyTo(text);
        Put(text, 1, 4, time.Year);
        Put(text, 6, 2, time.Month);
        Put(text, 9, 2, time.Day);
        Put(text, 12, 2, time.Hour);
        Put(text, 15, 2, time.Minute);
        Put(text, 18, 2, time.Second);
        Put(text, 21, 3, time.Millisecond);
        writer.WriteRawValue(text, skipInputValidation: true);
    }

    private static void Put(Span<byte> text, int at, int digits, int value)
    {
        for (var i = at + digits - 1; i >= at; i--, value /= 10) text[i] = (byte)('0' + value % 10);
    }

    /// <summary>UTC inside, RFC 3339 with <c>+09:00</c> outside.</summary>
    private sealed class TokyoTime : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return DateTime.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind, out var time) && time.Kind != DateTimeKind.Unspecified
                ? time.ToUniversalTime()
                : throw new JsonException("Not a time with its offset");
        }

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            WriteTime(writer, value);
    }
}
