using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Studio;
using Madoguchi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>Long forms: many questions on pages of ten, each with a condition on the one before.</summary>
internal static class Many
{
    public static Task PutAsync(DemoCity city, Guid draft, int questions) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
    {
        var kept = await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Id == draft);
        var definition = JsonNode.Parse(kept.Definition)!;
        var pages = new JsonArray();
        for (var i = 0; i < questions; i++)
        {
            if (i % 10 == 0) pages.Add(new JsonObject { ["id"] = $"p{i / 10}", ["title"] = $"ページ{i / 10}", ["questions"] = new JsonArray() });
            var question = new JsonObject { ["id"] = $"n{i}", ["type"] = "yesNo", ["label"] = $"質問{i}" };
            if (i > 0) question["visibleWhen"] = new JsonObject { ["eq"] = new JsonArray($"$n{i - 1}", true) };
            pages[^1]!["questions"]!.AsArray().Add((JsonNode)question);
            definition["example"]![$"n{i}"] = true;
        }

        definition["form"]!["pages"] = pages;
        kept.Definition = definition.ToJsonString();
    });
}
