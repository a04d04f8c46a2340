using Madoguchi.Kernel.Data;
using Madoguchi.Studio;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.FiscalYears;

/// <summary>年度更新 by two officers, and with drafts that leave the division.</summary>
public sealed class TogetherTests
{
    private static readonly string Screen = $"/staff/studio/fiscal-year?division=koho&from={Courses.Year}";

    [Theory, ClassData(typeof(Databases))]
    public async Task Two_officers_at_once_make_one_draft_of_each_form_and_the_second_reads_who_was_first(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await Courses.PublishAsync(city, 5);
        using var clerk = await city.OfficerAsync("koho-clerk");
        using var chief = await city.OfficerAsync("koho-chief");
        await clerk.GoAsync(Screen);
        await chief.GoAsync(Screen);
        await Task.WhenAll(clerk.PressAsync("しるしのある手続の下書きを作る"), chief.PressAsync("しるしのある手続の下書きを作る"));
        Assert.Equal((200, 200), (clerk.Status, chief.Status));
        var (first, second) = clerk.Words.Contains("5件の下書きを作りました", StringComparison.Ordinal) ? (clerk, chief) : (chief, clerk);
        Assert.Contains("5件の下書きを作りました", first.Words);
        Assert.Contains("0件の下書きを作りました", second.Words);
        var name = first == clerk ? "宮本 灯" : "関口 淳";
        Assert.Equal(5, second.Page.QuerySelectorAll(".dads-banner li").Count(l => l.TextContent.Contains($"に{name}さんが下書きを作りました", StringComparison.Ordinal)));
        await using var scope = city.Services.CreateAsyncScope();
        Assert.Equal(5, await scope.ServiceProvider.GetRequiredService<StudioDb>().All.CountAsync());
    }

    [Fact]
    public async Task A_form_whose_draft_goes_to_another_division_is_named_and_its_draft_is_not_shown()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await Courses.PublishAsync(city, 2);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync(Screen);
        await clerk.PressAsync("しるしのある手続の下書きを作る");
        var moved = await city.Get<IServiceScopeFactory>().RunAsync(async services =>
        {
            var draft = await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Slug == "koza-1");
            (draft.Division, draft.Title) = ("kosodate", "よその課の題");
            return draft.Id;
        });
        await clerk.GoAsync(Screen);
        Assert.Contains("担当課を変える下書きがある手続（1件）", clerk.Words);
        Assert.Contains("子育て支援課へ", clerk.Words);
        Assert.DoesNotContain("よその課の題", clerk.Words);
        Assert.DoesNotContain(moved.ToString(), clerk.Page.DocumentElement.OuterHtml);
        Assert.Contains("この年度に更新した手続（1件）", clerk.Words);
    }
}
