using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Madoguchi.Kernel.Data;

/// <summary>Stored times are UTC and whole milliseconds, so that both databases give back what was written.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTime, DateTime>(time => Truncate(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    internal static DateTime Truncate(DateTime time) =>
        time.Kind == DateTimeKind.Utc
            ? time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond))
            : throw new InvalidOperationException("A stored time must be UTC");
}

/// <summary>Enums are stored and shown as camelCase text: <c>underReview</c>.</summary>
public static class EnumText
{
    private static readonly ConcurrentDictionary<Type, ValueConverter> Converters = new();

    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ToText.GetValueOrDefault(value) ?? JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The same, encoded for a JSON writer.</summary>
    public static JsonEncodedText Json<T>(T value) where T : struct, Enum => Names<T>.ToJson[value];

    /// <summary>The value written as <paramref name="text"/>; null when there is none.</summary>
    public static T? Parse<T>(string? text) where T : struct, Enum =>
        text is not null && Names<T>.ToValue.TryGetValue(text, out var value) ? value : null;

    internal static ValueConverter For(Type type) => Converters.GetOrAdd(type, t =>
        (ValueConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(t))!);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ToText = Enum.GetValues<T>().Distinct().ToFrozenDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));

        public static readonly FrozenDictionary<T, JsonEncodedText> ToJson = ToText.ToFrozenDictionary(p => p.Key, p => JsonEncodedText.Encode(p.Value));

        public static readonly FrozenDictionary<string, T> ToValue = ToText.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }

    private sealed class Converter<T>() : ValueConverter<T, string>(value => Of(value), text => Parse<T>(text)!.Value) where T : struct, Enum;
}
