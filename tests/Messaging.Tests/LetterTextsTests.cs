using System.Reflection;
using Madoguchi.Kernel.Text;
using Madoguchi.Messaging.Contracts;

namespace Messaging.Tests;

public sealed class LetterTextsTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    private static readonly LetterFacts Facts = new("hanako", "児童手当認定請求", "2026-000001-4", "kosodate", new DateOnly(2026, 12, 4), "12月10日（木）10:00");

    private ILetterTexts Texts => host.Get<ILetterTexts>();

    public static TheoryData<string> Kinds => [.. typeof(LetterKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_words_in_three_languages_with_nothing_left_open(string kind)
    {
        foreach (var language in Languages.All)
        {
            var letter = Texts.Compose(kind, Facts, null, language);
            Assert.Contains("児童手当認定請求", letter.Subject);
            Assert.DoesNotContain("2026-000001-4", letter.Subject);
            Assert.Contains("2026-000001-4", letter.Body);
            Assert.DoesNotMatch("[{}|]|mail\\.", letter.Subject + letter.Body);
            Assert.Equal(("hanako", "2026-000001-4", kind, "kosodate"), (letter.ToAccount, letter.Application, letter.Kind, letter.FromDivision));
        }
    }

    [Fact]
    public void A_procedures_own_words_take_the_place_of_the_defaults()
    {
        var own = new LetterWords(null, "{session} {division} {telephone} {dueOn} {url} {procedure} {児童|じどう} {unknown}");
        var letter = Texts.Compose(LetterKinds.BookingOffered, Facts, own);
        Assert.Equal("「児童手当認定請求」に空きが出ました", letter.Subject);
        Assert.Equal("12月10日（木）10:00 子育て支援課 000-000-1101 令和8年12月4日 https://city.example.jp/my/applications/2026-000001-4 児童手当認定請求 児童 {unknown}", letter.Body);
    }

    [Fact]
    public void An_english_letter_has_an_english_date_and_the_english_page()
    {
        var letter = Texts.Compose(LetterKinds.CorrectionRequested, Facts, new LetterWords("x", "{dueOn} {url}"), Language.En);
        Assert.Equal("4 December 2026 https://city.example.jp/en/my/applications/2026-000001-4", letter.Body);
    }
}
