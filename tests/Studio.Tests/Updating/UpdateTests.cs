using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio.Domain;
using Madoguchi.Studio.Merging;
using Madoguchi.Studio.Publishing;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Studio.Tests.Sharing;

namespace Studio.Tests.Updating;

/// <summary>The library goes on; a city's own procedure takes what is new and keeps what is its own.</summary>
public sealed class UpdateTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_newer_library_is_told_merged_with_a_choice_and_told_no_more(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await PublishOwnAsync(city, d =>
        {
            d["title"]!["ja"] = "みなと市政アンケート";
            d["minutes"] = 7;
            Question(d, "district")["label"]!["ja"] = "どの地区にお住まいですか";
        });
        await city.ChangeAsync("shisei-anketo", d =>
        {
            d["title"]!["ja"] = "市政についてのアンケート";
            Question(d, "ageGroup")["label"]!["ja"] = "あなたの年齢";
            Question(d, "district")["label"]!["en"] = "Your part of the city";
            d["form"]!["pages"]![0]!["questions"]!.AsArray().Insert(0, JsonNode.Parse("""{"id": "neu", "type": "yesNo", "required": false, "label": {"ja": "はじめてですか", "en": "First time?", "ja-easy": "はじめてですか"}}"""));
        });
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        Assert.Contains("ひな形に新しい版があります（1件）", clerk.Words);
        await clerk.GoAsync("/staff/studio/update/shisei-anketo");
        Assert.Contains("両方が変えたところ（1か所）", clerk.Words);
        Assert.Contains("元の内容：市政アンケート", clerk.Words);
        Assert.Contains("市政についてのアンケート", clerk.Words);
        Assert.Contains("みなと市政アンケート", clerk.Words);
        Assert.Contains("に設問「はじめてですか」が増えました", clerk.Words);

        await clerk.PressAsync("取り込んで下書きを作る");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("どちらにするかを選んでください。", clerk.Words);
        var field = clerk.Page.QuerySelector("input[type=radio][value=Theirs]")!.GetAttribute("name")!;
        await clerk.Fill(field, "Theirs").PressAsync("取り込んで下書きを作る");
        Assert.Equal("市政についてのアンケート", clerk.Heading);
        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal((DraftStart.Edition, 2, "koho"), (draft.StartedFrom, draft.BaseNumber, draft.Division));
        var made = JsonNode.Parse(draft.Definition)!.AsObject();
        Assert.Equal((7, "あなたの年齢", "どの地区にお住まいですか", "Your part of the city"), (made["minutes"]!.GetValue<int>(), Question(made, "ageGroup")["label"]!["ja"]!.ToString(), Question(made, "district")["label"]!["ja"]!.ToString(), Question(made, "district")["label"]!["en"]!.ToString()));
        Assert.Equal("neu", made["form"]!["pages"]![0]!["questions"]![0]!["id"]!.ToString());
        Assert.Equal(1, await city.AuditedAsync("procedures.merged", draft.Id));

        // There is one draft; nothing else is begun beside it.
        await clerk.GoAsync("/staff/studio/update/shisei-anketo");
        await clerk.Fill(field, "Mine").PressAsync("取り込んで下書きを作る");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("この手続には作成中の下書きがあります。", clerk.Words);

        await PublishAsync(city, draft.Id);
        await clerk.GoAsync("/staff/studio");
        Assert.DoesNotContain("ひな形に新しい版があります", clerk.Words);
        await clerk.GoAsync("/staff/studio/update/shisei-anketo");
        Assert.Contains("取り込める新しい版はありません。", clerk.Words);
        Assert.Equal((3, "市政についてのアンケート"), (city.Get<IProcedures>().Find("shisei-anketo")!.Number, city.Get<IProcedures>().Find("shisei-anketo")!.Title.Ja));
    }

    [Fact]
    public async Task A_procedure_begun_from_the_library_under_another_name_is_told_too()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new?start=library&source=shisei-anketo");
        await clerk.Fill(("Title", "港のアンケート"), ("Kana", "ミナトノアンケート"), ("Slug", "minato-anketo")).PressAsync("つくり始める");
        await ChangeAsync(city, clerk.Id(), d => d["title"] = JsonNode.Parse("""{"ja": "港のアンケート", "en": "Survey on the port", "ja-easy": "{港|みなと}のアンケート"}"""));
        await PublishAsync(city, clerk.Id());
        await clerk.GoAsync("/staff/studio");
        Assert.DoesNotContain("ひな形に新しい版があります", clerk.Words);
        await city.ChangeAsync("shisei-anketo", d => d["minutes"] = 9);
        using var again = await city.OfficerAsync("koho-clerk");
        await again.GoAsync("/staff/studio");
        await again.GoAsync(again.Page.QuerySelector("a[href$='/update/minato-anketo']")!.GetAttribute("href")!);
        Assert.Contains("両方が変えたところはありません。そのまま取り込めます。", again.Words);
        await again.PressAsync("取り込んで下書きを作る");
        var made = JsonNode.Parse((await city.DraftAsync(again.Id())).Definition)!;
        Assert.Equal(("minato-anketo", "港のアンケート", 9), (made["slug"]!.ToString(), made["title"]!["ja"]!.ToString(), made["minutes"]!.GetValue<int>()));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_newer_file_of_the_other_city_is_merged_and_its_posts_stay_outside(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.ImportAsync(Packages.Of(city, "shisei-anketo", edition: 4), slug: "kamome-anketo");
        var id = clerk.Id();
        await ChangeAsync(city, id, d => d["minutes"] = 8);
        await PublishAsync(city, id);
        await clerk.GoAsync("/staff/studio/update/kamome-anketo");
        Assert.Contains("取り込める新しい版はありません。", clerk.Words);
        await clerk.Attach("file", "x.json", "{}"u8.ToArray(), "application/json").PressAsync("見比べる");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("手続の書き出しファイルではありません。", clerk.Words);

        await clerk.Attach("file", "x.json", Packages.Of(city, "koen-meigi"), "application/json").PressAsync("見比べる");
        Assert.Contains("もとになった手続（かもめ市の shisei-anketo-kamome）のファイルではありません。", clerk.Words);

        var newer = Packages.Of(city, "shisei-anketo", d => { d["minutes"] = 6; Question(d, "ageGroup")["label"]!["ja"] = "お年"; }, edition: 5);
        await clerk.Attach("file", "x.json", newer, "application/json").PressAsync("見比べる");
        Assert.Equal(200, clerk.Status);
        Assert.Contains("かもめ市の変更を、市の手続に取り込みます。", clerk.Words);
        var field = clerk.Page.QuerySelector("input[type=radio][value=Mine]")!.GetAttribute("name")!;
        await clerk.Fill(field, "Mine").PressAsync("取り込んで下書きを作る");
        Assert.Equal(200, clerk.Status);
        var made = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!.AsObject();
        Assert.Equal((8, "お年", "koho"), (made["minutes"]!.GetValue<int>(), Question(made, "ageGroup")["label"]!["ja"]!.ToString(), made["division"]!.ToString()));
        Assert.DoesNotContain(Packages.OtherCity + "長", made.ToJsonString());
    }

    [Fact]
    public async Task What_one_side_removed_and_the_other_still_needs_is_asked()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await PublishOwnAsync(city, d => Question(d, "ageGroup")["visibleWhen"] = JsonNode.Parse("""{"eq": ["$extra", true]}"""), d => Add(d));
        await city.ChangeAsync("shisei-anketo", d => d["minutes"] = 9);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/update/shisei-anketo");
        await clerk.PressAsync("取り込んで下書きを作る");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("片方が消したものを、ほかのところが使っています。", clerk.Words);
        var field = clerk.Page.QuerySelector("input[type=radio]")!.GetAttribute("name")!;
        Assert.Equal("Theirs", clerk.ValueOf(field));
        await clerk.Fill(field, "Mine").PressAsync("取り込んで下書きを作る");
        Assert.Equal(200, clerk.Status);
        var made = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!.AsObject();
        Assert.Equal(("extra", 9), (Question(made, "extra")["id"]!.ToString(), made["minutes"]!.GetValue<int>()));

        static void Add(JsonObject d)
        {
            d["form"]!["pages"]![0]!["questions"]!.AsArray().Insert(0, JsonNode.Parse("""{"id": "extra", "type": "yesNo", "label": {"ja": "追加の問い", "en": "More", "ja-easy": "もう{一|ひと}つ"}}"""));
            d["example"]!["extra"] = true;
        }
    }

    [Fact]
    public async Task A_comparison_that_is_no_longer_true_is_not_merged()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await PublishOwnAsync(city, d => d["minutes"] = 7);
        await city.ChangeAsync("shisei-anketo", d => d["correctionDays"] = 10);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/update/shisei-anketo");
        clerk.Page.QuerySelector("input[name=stamp]")!.SetAttribute("value", "old");
        await clerk.PressAsync("取り込んで下書きを作る");
        Assert.Equal(409, clerk.Status);
        Assert.Contains("開いているあいだに、どちらかの版が変わりました。", clerk.Words);
    }

    /// <summary>Real definitions, every question changed on both sides in another language.</summary>
    [Fact]
    public async Task Every_procedure_of_the_library_takes_the_changes_of_both_sides()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var definitions = city.Get<IDefinitions>();
        foreach (var (slug, item) in definitions.Library)
        {
            JsonObject Changed(string language, string what)
            {
                var changed = Parsed(item.Definition);
                foreach (var (_, _, question) in Madoguchi.Studio.Editing.Definition.Parse(item.Definition).Questions())
                    foreach (var own in changed["form"]!["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).OfType<JsonObject>().Where(q => q["id"]!.ToString() == question["id"]!.ToString() && q["label"] is JsonObject))
                        own["label"]![language] = what;
                return changed;
            }

            var merged = ThreeWayMerge.Run(Parsed(item.Definition), Changed("en", "Theirs"), Changed("ja", "この市"));
            Assert.Empty(merged.Conflicts);
            var expected = Changed("en", "Theirs");
            foreach (var question in expected["form"]!["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).OfType<JsonObject>().Where(q => q["label"] is JsonObject)) question["label"]!["ja"] = "この市";
            Assert.True(JsonNode.DeepEquals(expected, merged.Definition), slug);
            Assert.True(definitions.Read(merged.Definition.ToJsonString()).Edition is not null, slug);
        }

        static JsonObject Parsed(string text) => JsonNode.Parse(text)!.AsObject();
    }

    private static JsonObject Question(JsonObject d, string id) => d["form"]!["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).OfType<JsonObject>().First(q => q["id"]?.ToString() == id);

    /// <param name="library">Changed in the library before the city's own edition is made of it; taken back afterwards.</param>
    private static async Task PublishOwnAsync(DemoCity city, Action<JsonObject> change, Action<JsonObject>? library = null)
    {
        if (library is not null) await city.ChangeAsync("shisei-anketo", library);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        var id = clerk.Id();
        await ChangeAsync(city, id, change);
        await PublishAsync(city, id);
        if (library is null) return;
        await city.ChangeAsync("shisei-anketo", d =>
        {
            d["form"]!["pages"]![0]!["questions"]!.AsArray().RemoveAt(0);
            d["example"]!.AsObject().Remove("extra");
        });
    }

    private static Task ChangeAsync(DemoCity city, Guid draft, Action<JsonObject> change) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
    {
        var kept = await services.GetRequiredService<Madoguchi.Studio.StudioDb>().All.SingleAsync(d => d.Id == draft);
        var definition = JsonNode.Parse(kept.Definition)!.AsObject();
        change(definition);
        kept.Definition = definition.ToJsonString();
    });

    // Decided already: what approval does is told elsewhere.
    private static Task PublishAsync(DemoCity city, Guid draft) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
    {
        var db = services.GetRequiredService<Madoguchi.Studio.StudioDb>();
        var kept = await db.All.SingleAsync(d => d.Id == draft);
        var done = await services.GetRequiredService<IPublication>().PublishAsync(kept.Definition, kept.BaseNumber, "koho-manager", default);
        Assert.False(done.Refused, done.Refusal?.Code);
        db.Add(kept.Publish(done.Value, "koho-manager", new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc)));
    });
}
