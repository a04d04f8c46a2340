using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Madoguchi.Kernel.Numbers;

/// <summary>Money: whole yen. In JSON an integer, on screen 「1,234円」.</summary>
[JsonConverter(typeof(YenJson))]
public readonly record struct Yen(long Amount) : IComparable<Yen>
{
    public static readonly Yen Zero;

    public static Yen operator +(Yen left, Yen right) => new(checked(left.Amount + right.Amount));

    public static Yen operator -(Yen left, Yen right) => new(checked(left.Amount - right.Amount));

    public static Yen operator *(Yen left, long times) => new(checked(left.Amount * times));

    public static bool operator <(Yen left, Yen right) => left.Amount < right.Amount;

    public static bool operator >(Yen left, Yen right) => left.Amount > right.Amount;

    public static bool operator <=(Yen left, Yen right) => left.Amount <= right.Amount;

    public static bool operator >=(Yen left, Yen right) => left.Amount >= right.Amount;

    public int CompareTo(Yen other) => Amount.CompareTo(other.Amount);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0}円");

    private sealed class YenJson : JsonConverter<Yen>
    {
        public override Yen Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var amount) ? new(amount) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Yen value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }
}
