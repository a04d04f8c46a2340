using System.Text.Json;
using Madoguchi.Kernel.Rules;

namespace Madoguchi.Kernel.Http;

/// <summary>JSON can write half a surrogate pair, which is no text at all: it is refused beside its question before anybody reads it.</summary>
internal static class JsonWords
{
    /// <exception cref="RefusedException">Texts that are none: 422, one error for each.</exception>
    /// <exception cref="InvalidOperationException">A property name that is no text.</exception>
    public static void Check(JsonElement body, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0) return;
        var errors = new List<FieldError>();
        Visit(body, "", errors);
        if (errors.Count > 0) throw new RefusedException(Refusal.Invalid(errors));
    }

    private static void Visit(JsonElement element, string place, List<FieldError> errors)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Visit(property.Value, place.Length is 0 || place == "answers" ? property.Name : $"{place}.{property.Name}", errors);
                break;
            case JsonValueKind.Array:
                var i = 0;
                foreach (var item in element.EnumerateArray()) Visit(item, $"{place}[{i++}]", errors);
                break;
            case JsonValueKind.String when !IsText(element):
                errors.Add(new FieldError(place, "characters"));
                break;
        }
    }

    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
