using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace Applications.Tests.Ways;

/// <summary>Households that book by telephone: an officer enters each of them.</summary>
internal static class Households
{
    /// <summary>The example of the day the call came, in the name of the n-th household.</summary>
    public static Task<(int Status, JsonElement Body)> TryTelephone(this DemoCity city, string slug, int household, string officer = "clerk", string? session = null, DateTime? at = null)
    {
        var calledAt = at ?? DateTime.UtcNow.AddMinutes(-5);
        var answers = city.Get<IProcedures>().Find(slug)!.Form.Example(DateOnly.FromDateTime(calledAt.AddHours(9)));
        foreach (var name in answers.Select(a => a.Value).OfType<JsonObject>().Where(n => n.ContainsKey("familyKana"))) name["familyKana"] = $"テスト{new string('ア', household + 1)}";
        if (session is not null) answers["session"] = session;
        return city.Post(officer, $"/api/v1/procedures/{slug}/applications", new
        {
            answers, channel = "phone", receivedAt = calledAt, onBehalfOf = new { name = $"世帯{household}", kana = $"セタイ{household}" },
        });
    }

    public static async Task<Matter> Telephoned(this DemoCity city, string slug, int household, string officer = "clerk", string? session = null, DateTime? at = null)
    {
        var (status, body) = await city.TryTelephone(slug, household, officer, session, at);
        Assert.True(status == 201, $"{household}: {status} {body}");
        return new Matter(city, body.GetProperty("intakeNumber").GetString()!);
    }

    public static async Task TelephonedInVain(this DemoCity city, string slug, int household, string code, string officer = "clerk", string? session = null, DateTime? at = null)
    {
        var (status, body) = await city.TryTelephone(slug, household, officer, session, at);
        Assert.True(status == 409 && body.GetProperty("code").GetString() == code, $"{household}: {status} {body}");
    }
}
