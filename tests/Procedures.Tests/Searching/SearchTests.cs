using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Search;

namespace Procedures.Tests.Searching;

/// <summary>Residents find the procedures of the library by what they type on a telephone.</summary>
public sealed class SearchTests
{
    private static readonly string[] Lines = ReadLines("searches.txt");

    private static readonly (WordBook Book, IReadOnlyList<Madoguchi.Procedures.Domain.Reading.Fault> Faults) Words = WordBook.Read(Path.Combine(LibraryFiles.Folder(), "../vocabulary"));

    private static readonly SearchIndex Index = new([.. LibraryFiles.Slugs.Select(s => LibraryFiles.Edition(s).Card)], Words.Book);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Both_halves_of_the_searches_find_their_procedure(int half)
    {
        var check = SearchCheck.Run([.. Searches().Where((_, i) => i % 2 == half)], q => Index.Find(q).Found);
        Assert.True(check.Count >= 110);
        Assert.True(check.IsGood, string.Join('\n', check.Lines()));
    }

    [Fact]
    public void A_set_by_somebody_who_knew_none_of_the_words_finds_its_procedures()
    {
        var check = SearchCheck.Run([.. Searches(ReadLines("unseen.txt"))], q => Index.Find(q).Found);
        Assert.True(check.Count >= 200);
        Assert.True(check.IsGood, string.Join('\n', check.Lines()));
    }

    [Theory]
    [InlineData("印艦証明書", "inkan-shomei")]
    public void A_word_that_stands_nowhere_speaks_by_its_characters(string typed, string slug) =>
        Assert.Contains(slug, Index.Find(typed).Found.Take(3).Select(f => f.Slug));

    [Theory]
    [InlineData("プロ野球 日程")]
    [InlineData("今日の天気")]
    public void Characters_alone_find_nothing_but_what_is_near(string typed)
    {
        Assert.Empty(Index.Find(typed).Found);
        Assert.NotEmpty(Index.Near(typed).Found);
    }

    [Fact]
    public void Every_procedure_is_asked_for_three_times_and_every_line_is_a_search()
    {
        var asked = Searches().SelectMany(s => s.Expected).ToLookup(s => s);
        Assert.All(LibraryFiles.Slugs, slug => Assert.True(asked[slug].Count() >= 3, slug));
        Assert.Empty(asked.Select(a => a.Key).Except(LibraryFiles.Slugs).Except(["-"]));
        Assert.Equal(Lines.Count(l => l[0] != '#'), Searches().Count());
    }

    [Fact]
    public void The_words_of_the_house_have_no_fault() => Assert.Empty(Words.Faults);

    [Theory]
    [InlineData("住民票", "じゅみんひょ")]
    [InlineData("引っ越し", "引越")]
    [InlineData("引っ越し", "ひっこし")]
    [InlineData("申し込み", "申込み")]
    [InlineData("がっこう", "がこう")]
    [InlineData("ソファー", "そふぁ")]
    [InlineData("アンケート", "アンケト")]
    public void Ways_of_writing_find_the_same(string one, string other) =>
        Assert.Equal(Index.Find(one).Found.Take(3).Select(f => f.Slug), Index.Find(other).Found.Take(3).Select(f => f.Slug));

    [Theory]
    [InlineData("児童手宛", "児童手当")]
    [InlineData("かぜいしようめしよ", "かぜいしょうめい")]
    [InlineData("冷蔵庫", "粗大ごみ")]
    public void A_misspelt_word_and_one_that_leads_elsewhere_are_named(string typed, string understood) =>
        Assert.Contains(understood, Index.Find(typed).Understood);

    [Theory]
    [InlineData("児童手当")]
    [InlineData("粗大ごみ")]
    public void A_word_that_stands_there_is_taken_as_it_is(string typed) => Assert.Empty(Index.Find(typed).Understood);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?&%$")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Eあいう\u202C")]
    [InlineData("🐶🗑️")]
    [InlineData("\uD83D")]
    [InlineData("\uDC36犬")]
    [InlineData("\0")]
    public void Anything_gets_an_answer(string typed)
    {
        Assert.True(Index.Find(typed).Found.Count <= LibraryFiles.Slugs.Count());
        Assert.True(Index.Near(typed).Found.Count <= LibraryFiles.Slugs.Count());
    }

    [Fact]
    public void What_is_longer_than_the_field_is_read_as_far_as_the_field_goes() =>
        Assert.Equal(Index.Find("粗大ごみ" + new string(' ', 196)).Found[0], Index.Find("粗大ごみ" + new string(' ', 196) + new string('犬', 9_000)).Found[0]);

    [Theory]
    [InlineData("ごみ", "is no group")]
    [InlineData("ごみ ごみ", "says ごみ twice")]
    [InlineData("ごみ > 塵", "which stands in no group")]
    [InlineData("ごみ > 塵 > 芥", "is no group")]
    [InlineData("ごみ !", "holds a mark that is no word")]
    public void A_fault_in_the_words_is_named_with_its_line(string line, string reason)
    {
        var (_, faults) = WordBook.Read(["# 暮らし", line]);
        Assert.Contains(faults, f => f.Reason.Contains(reason));
    }

    private static string[] ReadLines(string file) => File.ReadAllLines(Path.Combine(LibraryFiles.Folder(), "../tests/Procedures.Tests/Searching", file));

    private static IEnumerable<(string Words, string[] Expected)> Searches() => Searches(Lines);

    private static IEnumerable<(string Words, string[] Expected)> Searches(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            if (SearchCheck.TryRead(line, out var search)) yield return search;
    }
}
