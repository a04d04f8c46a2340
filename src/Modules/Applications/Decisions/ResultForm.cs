using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Applications.Decisions;

/// <summary>The result fields of a disposition or completion as a form: what the definition computes stands in it, what was typed stays in it.</summary>
internal sealed class ResultForm
{
    private readonly JsonObject values;
    private readonly IFormCollection? posted;

    private ResultForm(IReadOnlyList<ResultField> fields, JsonObject values, IFormCollection? posted) => (Fields, this.values, this.posted) = (fields, values, posted);

    public IReadOnlyList<ResultField> Fields { get; }

    /// <param name="kind">A disposition, or <c>completion</c>.</param>
    public static ResultForm Of(ProcedureEdition edition, string kind, Application application, IFormCollection? posted)
    {
        var fields = kind == "completion" ? edition.Completion?.Result ?? [] : edition.Dispositions[kind].Result;
        var computed = fields.Count == 0 ? "{}" : edition.CheckResult(kind, null, application.AnswersJson(), JapaneseDate.Of(application.ArrivedAt)).Json;
        return new ResultForm(fields, JsonNode.Parse(computed)!.AsObject(), posted);
    }

    public static string NameOf(ResultField field) => $"result.{field.Id}";

    public static string NameOf(ResultField table, int row, ResultField column) => $"result.{table.Id}[{row}].{column.Id}";

    public string? Value(ResultField field) => Typed(NameOf(field)) ?? Plain(values[field.Id]);

    public string? Value(ResultField table, int row, ResultField column) => Typed(NameOf(table, row, column)) ?? Plain((values[table.Id] as JsonArray)?[row]?[column.Id]);

    public int RowsOf(ResultField table) => (values[table.Id] as JsonArray)?.Count ?? 0;

    /// <summary>What was posted, in the types of the API; fields left empty are left to the definition.</summary>
    public JsonElement? Read()
    {
        if (posted is null || Fields.Count == 0) return null;
        var result = new JsonObject();
        foreach (var field in Fields)
        {
            if (field.Type == "table") Put(result, field.Id, Rows(field));
            else Put(result, field.Id, Typed(field, NameOf(field)));
        }

        return JsonSerializer.SerializeToElement(result);
    }

    private JsonArray? Rows(ResultField table)
    {
        var count = RowsOf(table);
        if (count == 0) return null;
        var rows = new JsonArray();
        for (var row = 0; row < count; row++)
        {
            var item = new JsonObject();
            foreach (var column in table.Columns) Put(item, column.Id, Typed(column, NameOf(table, row, column)));
            rows.Add((JsonNode)item);
        }

        return rows;
    }

    private JsonNode? Typed(ResultField field, string name)
    {
        if (field.Type == "date" && posted!.ContainsKey($"{name}.year"))
        {
            var parts = DesignSystem.Forms.DateParts.Read(posted, name);
            if (parts.IsEmpty) return null;
            return JsonValue.Create(parts.TryDate(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{parts.Year}-{parts.Month}-{parts.Day}");
        }

        var text = Typed(name);
        if (string.IsNullOrWhiteSpace(text)) return null;
        return field.Type switch
        {
            "yesNo" => JsonValue.Create(text == "true"),
            "number" or "yen" when decimal.TryParse(TextRules.HalfWidth(text).Replace(",", "", StringComparison.Ordinal).TrimEnd('円').Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
                JsonValue.Create(number),
            "date" when JapaneseDate.TryParse(text, out var day) => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(text),
        };
    }

    private string? Typed(string name) => posted is not null && posted.TryGetValue(name, out var value) ? value.ToString() : null;

    private static void Put(JsonObject into, string id, JsonNode? value)
    {
        if (value is not null) into[id] = value;
    }

    private static string? Plain(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };
}
