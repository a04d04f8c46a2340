using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Madoguchi.Floor;

// The least a server can do for the same work: bare Kestrel and ADO.NET, one row a submission, no rule of the house.
//   Floor seed ROWS ITEM.json             fills the table; ITEM is one item of the product's list
//   Floor serve PORT RESPONSE.json        RESPONSE is the product's answer to a submission
//   Floor pages PORT FOLDER               a Razor page as long as each of the product's, NAME.html, in FOLDER
// FLOOR_DB: a PostgreSQL connection string, or the path of a SQLite file.
if (args is ["pages", var pagePort, var folder])
{
    await PageFloor.ServeAsync(int.Parse(pagePort), folder);
    return;
}

var connection = Environment.GetEnvironmentVariable("FLOOR_DB") ?? throw new InvalidOperationException("FLOOR_DB is not set");
IFloorStore store = connection.Contains('=', StringComparison.Ordinal) ? new PostgresStore(connection) : new SqliteStore(connection);

if (args is ["seed", var rows, var sample])
{
    await store.SeedAsync(int.Parse(rows), Item.FromProduct(File.ReadAllText(sample)));
    return;
}

if (args is not ["serve", var port, var response]) throw new InvalidOperationException("seed ROWS ITEM.json | serve PORT RESPONSE.json");

var answer = File.ReadAllBytes(response);
var builder = WebApplication.CreateEmptyBuilder(new());
builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, int.Parse(port)));
builder.Services.AddRoutingCore();
await using var app = builder.Build();
app.UseRouting();

app.MapPost("/submit", async context =>
{
    var body = await ReadAsync(context.Request);
    var key = context.Request.Headers["Idempotency-Key"].ToString();
    if (!IsComplete(body) || key.Length == 0)
    {
        context.Response.StatusCode = 422;
        return;
    }

    await store.InsertAsync(Guid.CreateVersion7(), DateTime.UtcNow, key, System.Text.Encoding.UTF8.GetString(body.Span));
    context.Response.StatusCode = 201;
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = answer.Length;
    await context.Response.Body.WriteAsync(answer);
});

app.MapGet("/list", async context =>
{
    context.Response.ContentType = "application/json; charset=utf-8";
    var buffer = new ArrayBufferWriter<byte>(32 * 1024);
    await using (var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        var items = await store.ListAsync();
        foreach (var item in items) item.Write(json);
        json.WriteEndArray();
        json.WriteString("next", items[^1].Cursor);
        json.WriteEndObject();
    }

    context.Response.ContentLength = buffer.WrittenCount;
    await context.Response.Body.WriteAsync(buffer.WrittenMemory);
});

app.MapGet("/list.html", async context =>
{
    context.Response.ContentType = "text/html; charset=utf-8";
    var html = new System.Text.StringBuilder("<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>申請の一覧</title></head><body><table>");
    foreach (var item in await store.ListAsync()) item.WriteRow(html);
    await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(html.Append("</table></body></html>").ToString()));
});

await app.RunAsync();

static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
{
    var buffer = new byte[(int)(request.ContentLength ?? throw new BadHttpRequestException("length"))];
    await request.Body.ReadExactlyAsync(buffer);
    return buffer;
}

// Every answer is there and not too long: what a hand-written check of twelve fields costs.
static bool IsComplete(ReadOnlyMemory<byte> body)
{
    using var json = JsonDocument.Parse(body);
    if (!json.RootElement.TryGetProperty("answers", out var answers) || answers.ValueKind != JsonValueKind.Object) return false;
    foreach (var answer in answers.EnumerateObject())
    {
        if (answer.Value.ValueKind == JsonValueKind.Null) return false;
        if (answer.Value.ValueKind == JsonValueKind.String && answer.Value.GetString()!.Length > 2000) return false;
    }

    return true;
}
