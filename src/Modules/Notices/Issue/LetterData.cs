using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Directory.Contracts;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Madoguchi.Notices.Layout;

namespace Madoguchi.Notices.Issue;

/// <summary>
/// Everything a letter says, as one JSON document: what the request fixed, and what is known only when it is issued
/// (number, date, the holder of the post on that day, the code).
/// </summary>
internal sealed class LetterData(IDirectory directory, CityOptions options)
{
    /// <summary>The part that is fixed when the notice is prepared.</summary>
    public string Fixed(NoticeRequest request) => new JsonObject
    {
        ["honorific"] = request.Addressee.Honorific,
        ["arrivedOn"] = request.ArrivedOn.ToString("O"),
        ["result"] = JsonNode.Parse(request.Result),
        ["answers"] = JsonNode.Parse(request.Answers),
        ["reasons"] = List(request.Reasons),
        ["conditions"] = List(request.Conditions),
        ["enclosures"] = List(request.Enclosures),
        ["appeal"] = List(AppealGuidance.Read(options.VocabularyFolder, request.Appeal)),
    }.ToJsonString(JsonText.Options);

    /// <summary>The whole letter.</summary>
    /// <param name="documentNumber">Its number, or a stand-in when only its wholeness is tried.</param>
    public JsonElement Whole(Notice notice, string documentNumber, DateOnly day)
    {
        var data = JsonNode.Parse(notice.Data)!.AsObject();
        var arrivedOn = Take(data, "arrivedOn");
        data["documentNumber"] = documentNumber;
        data["date"] = day.ToString("O");
        data["title"] = notice.Title;
        data["addressee"] = new JsonObject
        {
            ["name"] = notice.AddresseeName, ["postalCode"] = notice.PostalCode, ["address"] = notice.Address, ["honorific"] = Take(data, "honorific"),
        };
        data["application"] = new JsonObject { ["intakeNumber"] = notice.IntakeNumber, ["arrivedOn"] = arrivedOn };
        data["authority"] = Authority(notice, day);
        data["contact"] = Contact(notice.Division);
        data["verification"] = Verification(notice.VerificationCode);
        return JsonSerializer.SerializeToElement(data);
    }

    /// <summary>Title of the 処分庁 as the letter and the certificate bear it.</summary>
    public string IssuerOf(Notice notice, DateOnly day) => directory.Authority(notice.Authority, day)?.Title ?? notice.Authority;

    private JsonObject Authority(Notice notice, DateOnly day) => new()
    {
        ["city"] = directory.City.Name,
        ["title"] = IssuerOf(notice, day),
        ["name"] = directory.Authority(notice.Authority, day)?.HolderName,
    };

    private JsonObject Contact(string code)
    {
        var division = directory.Division(code);
        return new JsonObject
        {
            ["division"] = division?.Name ?? code,
            ["telephone"] = division?.Telephone ?? directory.City.Telephone,
            ["hours"] = division?.Hours ?? directory.City.Hours,
        };
    }

    private JsonObject Verification(string code)
    {
        var page = options.PublicUrl + "/verify";
        var url = $"{page}?code={code}";
        return new JsonObject { ["code"] = code, ["codeGrouped"] = Crockford.Grouped(code), ["url"] = url, ["page"] = page, ["qr"] = QrImage.DataUri(url) };
    }

    private static JsonArray List(IEnumerable<string> lines) => [.. lines.Select(l => (JsonNode?)JsonValue.Create(l))];

    private static JsonNode? Take(JsonObject data, string key)
    {
        var value = data[key];
        data.Remove(key);
        return value;
    }
}
