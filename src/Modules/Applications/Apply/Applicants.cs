using System.Text.Json;
using Madoguchi.Residents.Contracts;
using NoticeBy = Madoguchi.Applications.Domain.NoticeBy;

namespace Madoguchi.Applications.Apply;

/// <summary>Reads the applicant out of an account and out of the answers, for lists, search and letters.</summary>
internal static class Applicants
{
    public static NoticeBy NoticeByOf(ResidentAccount account) =>
        account.NoticeBy == Residents.Contracts.NoticeBy.Electronic ? NoticeBy.Electronic : NoticeBy.Paper;

    public static Applicant Of(ResidentAccount account) => new(
        account.FullName, account.FullKana, account.BirthDate, account.Phone, AddressText(account.Address.PostalCode, account.Address.Line));

    /// <summary>The person named in the form, by what its questions are prefilled from; the account fills what the form does not ask.</summary>
    public static Applicant From(ProcedureEdition edition, string answers, Applicant known)
    {
        using var document = JsonDocument.Parse(answers);
        var root = document.RootElement;
        var name = Read(edition, root, "person.name") ?? Read(edition, root, "organization.name");
        var typed = name is null ? null : NameOf(name.Value);
        return new Applicant(
            typed?.Name ?? known.Name,
            typed is { Kana.Length: > 0 } ? typed.Value.Kana : known.Kana,
            Read(edition, root, "person.birthDate") is { ValueKind: JsonValueKind.String } birth && JapaneseDate.TryParse(birth.GetString(), out var day) ? day : known.BirthDate,
            Read(edition, root, "person.telephone") is { ValueKind: JsonValueKind.String } phone ? phone.GetString()! : known.Telephone,
            (Read(edition, root, "person.address") ?? Read(edition, root, "organization.address")) is { } address ? AddressText(address) ?? known.Address : known.Address,
            typed is null ? null : known.Name);
    }

    /// <summary>Where a notice goes: postal code, a line break, the address. Null when the postal code is none.</summary>
    public static string? AddressText(JsonElement? address)
    {
        if (address is { ValueKind: JsonValueKind.String } text) return AddressText("", text.GetString()!);
        if (address is not { ValueKind: JsonValueKind.Object } parts) return "";
        string Part(string name) => parts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var (building, code) = (Part("building"), TextRules.Digits(Part("postalCode")));
        if (code.Length > 0 && (code.Length != 7 || code.AsSpan().ContainsAnyExceptInRange('0', '9'))) return null;
        return AddressText(code.Length == 0 ? "" : $"{code[..3]}-{code[3..]}", $"{Part("prefecture")}{Part("city")}{Part("town")}{Part("street")}{(building.Length > 0 ? " " + building : "")}");
    }

    /// <summary>What was written of an address, part by part.</summary>
    public static IEnumerable<string> AddressParts(JsonElement? address) => address switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Object } parts => parts.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => p.Value.GetString()!).Where(p => !string.IsNullOrWhiteSpace(p)),
        _ => [],
    };

    private static string AddressText(string? postalCode, string? line)
    {
        var clean = TextRules.Normalise($"{line}").Replace('\n', ' ');
        return $"{postalCode}\n{clean}";
    }

    private static JsonElement? Read(ProcedureEdition edition, JsonElement answers, string binding)
    {
        foreach (var page in edition.Form.Pages)
            foreach (var question in page.Questions)
                if (question.Prefill == binding && answers.TryGetProperty(question.Id, out var value)) return value;
        return null;
    }

    private static (string Name, string Kana)? NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => (value.GetString()!, ""),
        JsonValueKind.Object => ($"{Text(value, "family")} {Text(value, "given")}".Trim(' '), $"{Text(value, "familyKana")} {Text(value, "givenKana")}".Trim(' ')),
        _ => null,
    };

    private static string Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
