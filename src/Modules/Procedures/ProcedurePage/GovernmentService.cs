using Madoguchi.Directory.Contracts;

namespace Madoguchi.Procedures.ProcedurePage;

/// <summary>A procedure as search engines read it: <see href="https://schema.org/GovernmentService"/>.</summary>
internal static class GovernmentService
{
    /// <summary>JSON-LD; every character that could end the script element is escaped by the serializer.</summary>
    public static string Of(ProcedureEdition edition, City city, Division? division, string address, Language language) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "GovernmentService",
        ["name"] = edition.Title.In(language).ToString(),
        ["description"] = edition.Summary.In(language).ToString(),
        ["url"] = address,
        ["inLanguage"] = language.HtmlLang(),
        ["provider"] = new Dictionary<string, object?>
        {
            ["@type"] = "GovernmentOrganization",
            ["name"] = city.NameIn(language).ToString(),
            ["department"] = division is null ? null : new Dictionary<string, object?> { ["@type"] = "GovernmentOrganization", ["name"] = language == Language.En ? division.English : division.Name, ["telephone"] = division.Telephone },
        },
        ["areaServed"] = new Dictionary<string, object?> { ["@type"] = "AdministrativeArea", ["name"] = city.NameIn(language).ToString() },
        ["availableChannel"] = new Dictionary<string, object?> { ["@type"] = "ServiceChannel", ["serviceUrl"] = address, ["servicePhone"] = new Dictionary<string, object?> { ["@type"] = "ContactPoint", ["telephone"] = division?.Telephone ?? city.Telephone } },
        ["offers"] = edition.Fee.Text.In(language).ToString() is { Length: > 0 } fee ? new Dictionary<string, object?> { ["@type"] = "Offer", ["description"] = fee } : null,
    }, Options);

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
}
