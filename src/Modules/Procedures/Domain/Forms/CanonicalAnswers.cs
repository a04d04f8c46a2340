using System.Buffers;
using System.Text.Encodings.Web;

namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Writes the answers that count, in the order of the form.</summary>
internal static class CanonicalAnswers
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(Form form, Scope root)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            foreach (var page in form.Pages)
                foreach (var question in page.Questions) Write(writer, root, question);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Scope scope, Question question)
    {
        if (question.Type == QuestionType.Info) return;
        var value = scope[question.Slot];
        if (value.IsAbsent)
        {
            if (question.LaterSlot >= 0 && scope[question.LaterSlot].IsTrue) writer.WriteBoolean(question.Id + "Later", true);
            return;
        }

        writer.WritePropertyName(question.Id);
        switch (value.Type)
        {
            case AnswerType.YesNo: writer.WriteBooleanValue(value.IsTrue); break;
            case AnswerType.Number: WriteNumber(writer, value.Number); break;
            case AnswerType.Date: writer.WriteStringValue(value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case AnswerType.List: WriteList(writer, value.List); break;
            case AnswerType.Parts: WriteParts(writer, question.Type, value.Parts); break;
            case AnswerType.Group: WriteItems(writer, question, value.Items); break;
            default: writer.WriteStringValue(value.Text); break;
        }

        if (question.OtherSlot >= 0 && value.Text == "other" && scope[question.OtherSlot] is { IsAbsent: false } words) writer.WriteString(question.Id + "Other", words.Text);
    }

    private static void WriteNumber(Utf8JsonWriter writer, decimal number)
    {
        if (decimal.IsInteger(number)) writer.WriteNumberValue((long)number);
        else writer.WriteRawValue(DateWords.Number(number), skipInputValidation: true);
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<string> list)
    {
        writer.WriteStartArray();
        foreach (var text in list) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter writer, QuestionType type, string?[] parts)
    {
        var names = PartNames.Of(type);
        writer.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            if (parts[i] is not { } text) continue;
            writer.WritePropertyName(names[i]);
            if (type == QuestionType.MapPoint && i < 2) writer.WriteRawValue(text, skipInputValidation: true);
            else writer.WriteStringValue(text);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, Question group, Scope[] items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStartObject();
            foreach (var question in group.Questions) Write(writer, item, question);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
