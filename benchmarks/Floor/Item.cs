using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Madoguchi.Floor;

/// <summary>One row of the list: the columns a list shows, and what else the product's item carries as it is.</summary>
internal sealed record Item(Guid Id, DateTime ArrivedAt, string IntakeNumber, string Procedure, string Status, string Applicant, string Division, string DueOn, long Version, string Rest)
{
    private static readonly string[] Columns = ["id", "arrivedAt", "intakeNumber", "procedure", "status", "dueOn", "version"];

    public string Cursor => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ArrivedAt:O}|{Id}"));

    /// <summary>A sample in the product's shape: the columns are filled anew for each row, the rest is kept.</summary>
    public static Item FromProduct(string json)
    {
        using var sample = JsonDocument.Parse(json);
        var rest = sample.RootElement.EnumerateObject().Where(p => !Columns.Contains(p.Name)).Select(p => $"{JsonSerializer.Serialize(p.Name)}:{p.Value.GetRawText()}");
        return new(Guid.Empty, default, "", Text("procedure"), Text("status"), "みなと 花子", "doro", Text("dueOn"), 1, "{" + string.Join(',', rest) + "}");

        string Text(string name) => sample.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("intakeNumber", IntakeNumber);
        json.WriteString("procedure", Procedure);
        json.WriteString("status", Status);
        json.WriteString("arrivedAt", new DateTimeOffset(ArrivedAt, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        json.WriteString("dueOn", DueOn);
        json.WriteNumber("version", Version);
        json.WritePropertyName("rest");
        json.WriteRawValue(Rest, skipInputValidation: true);
        json.WriteEndObject();
    }

    public void WriteRow(StringBuilder html)
    {
        html.Append("<tr><td><a href=\"/staff/applications/").Append(IntakeNumber).Append("\">").Append(IntakeNumber).Append("</a></td>");
        foreach (var cell in (ReadOnlySpan<string>)[Applicant, Procedure, Status, Division, DueOn, ArrivedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)])
            html.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
        html.Append("</tr>");
    }
}
