using System.Globalization;
using Madoguchi.Files.Domain;

namespace Files.Tests.Domain;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("住民票.pdf", "住民票.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\Users\hanako\写真.jpg", "写真.jpg")]
    [InlineData("領収\r\n書\u0000.png", "領収書.png")]
    [InlineData("請求書\u202Efdp.exe.pdf", "請求書fdp.exe.pdf")]
    [InlineData("か\u3099くせい.pdf", "がくせい.pdf")]
    [InlineData("渡邉\U000E0102.pdf", "渡邉\U000E0102.pdf")]
    [InlineData("a<b>:c?.pdf", "a_b__c_.pdf")]
    [InlineData("  .hidden.pdf ", "hidden.pdf")]
    public void A_name_is_made_harmless_and_stays_readable(string given, string kept) => Assert.Equal(kept, FileName.Clean(given));

    [Theory]
    [InlineData("")]
    [InlineData("　.　")]
    [InlineData("folder/")]
    [InlineData("..")]
    [InlineData("\uFFFD.pdf")]
    [InlineData("\uD800.pdf")]
    [InlineData("a.extensionthatislong")]
    public void A_name_of_which_nothing_usable_is_left_is_refused(string given) => Assert.Null(FileName.Clean(given));

    [Fact]
    public void A_long_name_is_cut_between_characters_and_keeps_its_extension()
    {
        var kept = FileName.Clean(string.Concat(Enumerable.Repeat("葛\U000E0100", 130)) + ".pdf")!;
        Assert.EndsWith("葛\U000E0100.pdf", kept);
        Assert.Equal(120, new StringInfo(kept).LengthInTextElements);
    }

    [Fact]
    public void A_name_of_piled_up_marks_is_refused() => Assert.Null(FileName.Clean("a" + new string('\u0301', 3000) + ".pdf"));
}
