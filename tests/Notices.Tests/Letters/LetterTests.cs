using System.Text.RegularExpressions;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace Notices.Tests.Letters;

[Collection("printing")]
public sealed partial class LetterTests(City city, DemoCity hall) : IClassFixture<DemoCity>
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_letter_of_the_library_prints_tagged_with_its_fonts_and_a_valid_signature(string name)
    {
        var trial = Trial(name);
        var signed = city.Sign(await city.Printer.PrintAsync(Samples.Trials.Write(trial), default));

        var file = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "letters")).FullName, name.Replace('/', '-') + ".pdf");
        await File.WriteAllBytesAsync(file, signed);

        var information = await Tool.Run("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Contains(trial.Notice.Title, information);
        Assert.Matches(@"Page size:.*A4", information);

        var fonts = (await Tool.Run("pdffonts", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(@"\byes (yes|no)\s+yes\b", f));

        var text = Spaces().Replace(await Tool.Run("pdftotext", file, "-"), "");
        Assert.Contains(Spaces().Replace(trial.Notice.Title, ""), text);
        Assert.Matches(@"第123号", text);
        Assert.All(trial.Reasons.Concat(trial.Conditions), line => Assert.Contains(Spaces().Replace(line, ""), text));
        Assert.Contains("は、公印の押印に代えて電子署名を行っています。", text);
        Assert.Contains("7K3M-9QAZ-2VXW-4N8P", text);
        Assert.Equal(!trial.Appeal.IsNone, text.Contains("取消しの訴え"));

        Assert.Contains("Signature is Valid.", await Tool.Run("pdfsig", file));
    }

    [Fact]
    public void A_letter_with_a_hole_is_not_made()
    {
        var trial = Trial("jido-teate-nintei/nintei");
        trial.Result["total"] = null;
        Assert.Equal([new LetterFault("body[1].facts[2].value", "unknown field result.total")], Samples.Trials.Try(trial));
    }

    private LetterTrial Trial(string name)
    {
        var edition = hall.Get<IProcedures>().Find(name.Split('/')[0])!;
        return edition.Trials(new DateOnly(2026, 11, 20)).First(t => t.Notice.Name == name.Split('/')[1]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
