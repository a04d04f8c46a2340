using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.FiscalYears;

/// <summary>Published forms of a division that all speak of the fiscal year: opening, a day of reference, a fee, texts.</summary>
internal static class Courses
{
    public static int Year => JapaneseDate.FiscalYear(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));

    public static string Name(int year) => JapaneseDate.FiscalYearName(new DateOnly(year, 5, 1));

    public static async Task PublishAsync(DemoCity city, int count, string? division = null, Action<JsonObject>? change = null)
    {
        for (var i = 1; i <= count; i++)
        {
            var definition = Of(city, i, division ?? "koho");
            change?.Invoke(definition);
            await city.Get<IServiceScopeFactory>().RunAsync(async services =>
            {
                var published = await services.GetRequiredService<IPublication>().PublishAsync(definition.ToJsonString(), null, "koho-manager");
                Assert.False(published.Refused, published.Refusal?.Code);
            });
        }
    }

    private static JsonObject Of(DemoCity city, int i, string division)
    {
        var definition = JsonNode.Parse(city.Get<IDefinitions>().Library["shisei-anketo"].Definition)!.AsObject();
        definition["slug"] = $"koza-{i}";
        definition["title"] = Said($"{Name(Year)} 市民講座その{i}", $"Course {i} of {Year}", $"{Year}{{年度|ねんど}}の{{講座|こうざ}}{i}");
        definition["kana"] = "シミンコウザ" + string.Concat(Enumerable.Repeat("ア", i));
        definition["division"] = division;
        definition["owner"] = division;
        definition["opens"] = $"{Year}-04-06T09:00";
        definition["closes"] = $"{Year + 1}-03-01T17:00";
        definition["fee"] = new JsonObject { ["kind"] = "fixed", ["charge"] = "actualCost", ["amount"] = 500, ["text"] = Said("教材費500円です。", "500 yen for materials.", "500{円|えん}です。") };
        var questions = definition["form"]!["pages"]![0]!["questions"]!.AsArray();
        questions.Add((JsonNode)new JsonObject
        {
            ["id"] = "birth", ["type"] = "date", ["birth"] = true, ["label"] = Said("生年月日", "Date of birth", "{生|う}まれた{日|ひ}"),
            ["checks"] = new JsonArray(new JsonObject
            {
                ["when"] = new JsonObject { ["lt"] = new JsonArray(new JsonObject { ["age"] = new JsonArray("$birth", $"{Year}-04-01") }, 18) },
                ["message"] = Said($"{Name(Year)}の4月1日に18歳以上の方が申し込めます。", $"You must be 18 on 1 April {Year}.", "18{歳|さい}からです。"),
            }),
        });
        definition["example"]!["birth"] = "1990-05-05";
        return definition;
    }

    private static JsonObject Said(string ja, string en, string easy) => new() { ["ja"] = ja, ["en"] = en, ["ja-easy"] = easy };
}
