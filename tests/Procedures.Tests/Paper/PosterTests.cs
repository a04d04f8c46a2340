using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Procedures.Tests.Paper;

/// <summary>A sheet for the counter, and the short address on it.</summary>
public sealed class PosterTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task The_sheet_names_the_procedure_and_its_short_address_leads_there()
    {
        using var clerk = city.Visitor();
        await clerk.SignInAsync("clerk", "/staff/sign-in");
        await clerk.GoAsync("/staff/procedures/kosodate-koza/poster");
        Assert.Equal(200, clerk.Status);
        Assert.StartsWith("data:image/", clerk.Page.QuerySelector(".poster__code img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.EndsWith("/p/kosodate-koza", clerk.Page.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        foreach (var language in new[] { "", "/en", "/ja-easy" })
        {
            await clerk.GoAsync(language + "/p/kosodate-koza");
            Assert.Equal((200, language + "/procedures/kosodate-koza"), (clerk.Status, clerk.Path));
        }

        await clerk.GoAsync("/p/none");
        Assert.Equal(404, clerk.Status);
        await clerk.GoAsync("/staff/procedures/none/poster");
        Assert.Equal(404, clerk.Status);
    }

    [Fact]
    public async Task It_is_for_staff()
    {
        using var anybody = city.Visitor();
        await anybody.GoAsync("/staff/procedures/kosodate-koza/poster");
        Assert.StartsWith("/staff/sign-in", anybody.Path, StringComparison.Ordinal);
    }
}
