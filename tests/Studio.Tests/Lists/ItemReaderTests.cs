using System.Text;
using Madoguchi.Studio.Lists;

namespace Studio.Tests.Lists;

/// <summary>Lists as divisions keep them: other headings, merged cells, Shift_JIS, and files that are no lists at all.</summary>
public sealed class ItemReaderTests
{
    static ItemReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("氏名", "name", "applicant")]
    [InlineData("保護者氏名", "name", null)]
    [InlineData("お名前", "name", "applicant")]
    [InlineData("生年月日", "date", "birthDate")]
    [InlineData("住 所", "address", "address")]
    [InlineData("勤務先の所在地", "address", null)]
    [InlineData("ＴＥＬ", "telephone", "telephone")]
    [InlineData("緊急連絡先の携帯番号", "telephone", null)]
    [InlineData("Ｅメール", "email", "email")]
    [InlineData("希望日", "date", null)]
    [InlineData("希望する曜日", "text", null)]
    [InlineData("参加人数", "number", null)]
    [InlineData("補助金額", "yen", null)]
    [InlineData("利用期間", "period", null)]
    [InlineData("申請の理由", "longText", null)]
    [InlineData("同意事項への同意", "declaration", null)]
    [InlineData("領収書の写し", "file", null)]
    [InlineData("減免の有無", "yesNo", null)]
    [InlineData("振込先口座", "bank", null)]
    [InlineData("団体名", "text", "organizationName")]
    [InlineData("件名", "text", null)]
    public void A_name_says_what_is_asked(string label, string kind, string? bank) => Assert.Equal((kind, bank), QuestionGuess.OfName(label, hasOptions: false));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("shift_jis", false)]
    [InlineData("utf-16", true)]
    public void Any_encoding_that_offices_use_is_read(string encoding, bool mark)
    {
        var of = Encoding.GetEncoding(encoding);
        var separator = encoding == "utf-16" ? "\t" : ",";
        byte[] file = [.. mark ? of.GetPreamble() : [], .. of.GetBytes(string.Join(separator, "№", "質問項目", "必須") + "\r\n" + string.Join(separator, "1", "氏名①髙", "○") + "\r\n")];
        var line = Assert.Single(Read(file));
        Assert.Equal(("氏名①髙", true, 2), (line.Label, line.Required, line.Number));
    }

    [Fact]
    public void Headings_are_found_below_a_title_and_under_other_names_and_merged_cells_go_on()
    {
        var lines = Read(Csv("""
            講座の申込み項目,,,,
            ,,,,
            区分,質問文,回答方法,必須/任意,選択項目（「、」区切り）
            本人,氏名,,必須,
            ,フリガナ,,必須,
            ,郵便番号,,必須,
            ,住所,,必須,
            申込み,希望の回,プルダウン,任意,"午前
            午後"
            ,知ったきっかけ（複数可）,,任意,広報紙、ちらし、知人
            """));
        Assert.Equal(["name", "text", "text", "address", "choice", "choices"], lines.Select(l => l.Kind));
        Assert.Equal(["本人", "本人", "本人", "本人", "申込み", "申込み"], lines.Select(l => l.Page));
        Assert.Equal([true, false, false, true, true, true], lines.Select(l => l.BecomesQuestion));
        Assert.Equal(["午前", "午後"], lines[4].Options);
        Assert.Equal([4, 5, 6, 7, 8, 10], lines.Select(l => l.Number));
        Assert.Equal([true, true, true, true, false, false], lines.Select(l => l.Required));
    }

    [Fact]
    public void Every_faulty_line_is_told_with_its_number_and_the_others_stay()
    {
        var lines = Read(Csv("""
            項目名,種類,必須,選択肢,字数,説明
            好きな色,1つ選ぶ,○,,,
            年,魔法,○,,,
            ,テキスト,,,,
            =1+1,テキスト,,,,
            意見,長い文,たぶん,,,
            感想,長い文,,,いっぱい,
            メモ,テキスト,,,,<script>x</script>
            地区,1つ選ぶ,,北、北,,
            メモ,テキスト,,,,
            よい行,数字,○,,,
            """));
        Assert.Equal([ItemReader.NoOptions], lines[0].Faults);
        Assert.Equal([ItemReader.UnknownKind], lines[1].Faults);
        Assert.Equal(["項目名がありません。"], lines[2].Faults);
        Assert.Contains("項目名に使えない文字があります", Assert.Single(lines[3].Faults));
        Assert.Contains("必須の列は", Assert.Single(lines[4].Faults));
        Assert.Contains("字数は", Assert.Single(lines[5].Faults));
        Assert.Contains("説明に使えない文字があります", Assert.Single(lines[6].Faults));
        Assert.Equal(["同じ選択肢が二つあります。"], lines[7].Faults);
        Assert.Equal(["同じ項目名が8行目にあります。"], lines[8].Faults);
        Assert.Empty(lines[9].Faults);
        Assert.Empty(lines[1].As("number").Faults);
        Assert.Equal([ItemReader.NoOptions], lines[1].As("choice").Faults);
        Assert.Equal("text", lines[0].As("text").Kind);
        Assert.Empty(lines[0].As("text").Faults);
    }

    [Fact]
    public void An_excel_list_is_read_without_the_readings_excel_keeps()
    {
        var lines = Read(Workbooks.Of(["項目名", "種類", "必須"], ["氏名", "", "○"], [], ["参加人数", "数", ""]));
        Assert.Equal([("氏名", "name", true, 2), ("参加人数", "number", false, 4)], lines.Select(l => (l.Label, l.Kind!, l.Required, l.Number)));
    }

    [Fact]
    public void The_file_to_fill_in_is_a_list_without_fault()
    {
        var lines = Read(ListTemplate.Bytes());
        Assert.Equal(6, lines.Count);
        Assert.All(lines, l => Assert.True(l.BecomesQuestion));
    }

    [Fact]
    public void What_is_no_list_is_refused_in_words()
    {
        Assert.Contains("大きすぎます", Sheet.Read(new byte[Sheet.LargestFile + 1]).Fault);
        Assert.Contains("古い形式（.xls）か、パスワード", Sheet.Read([0xD0, 0xCF, 0x11, 0xE0, 1, 2]).Fault);
        Assert.Contains("Excel のファイルとして読めません", Sheet.Read([0x50, 0x4B, 3, 4, 9, 9, 9]).Fault);
        Assert.Contains("文字を読めません", Sheet.Read([0x81, 0xFF, 0xFD, 0x81]).Fault);
        Assert.Contains("CSV でも Excel でもない", Sheet.Read([65, 0, 66]).Fault);
        Assert.Contains("行が多すぎます", Sheet.Read(Csv(string.Concat(Enumerable.Repeat("項目名\n", 700)))).Fault);
        Assert.Contains("列が多すぎます", Sheet.Read(Csv(new string(',', 80))).Fault);
        Assert.Contains("長すぎる文字", Sheet.Read(Csv("項目名\n" + new string('あ', 5000))).Fault);
        Assert.Contains("中身が大きすぎます", Sheet.Read(Workbooks.Zip("<x/>", "<x/>", ("xl/bomb.bin", new byte[11 * 1024 * 1024]))).Fault);
        Assert.Contains("読めません", Sheet.Read(Workbooks.Zip("<!DOCTYPE a [<!ENTITY b \"bb\">]><worksheet>&b;</worksheet>", "<x/>")).Fault);
        Assert.Contains("見つかりません", ItemReader.Read(Sheet.Read(Csv("名,色\nあ,い")).Rows).Fault);
        Assert.Contains("何も書かれて", ItemReader.Read(Sheet.Read(Csv("\n\n")).Rows).Fault);
        Assert.Contains("項目がありません", ItemReader.Read(Sheet.Read(Csv("項目名,種類")).Rows).Fault);
    }

    private static IReadOnlyList<ItemLine> Read(byte[] file)
    {
        var (rows, fault) = Sheet.Read(file);
        Assert.Null(fault);
        var (lines, wrong) = ItemReader.Read(rows);
        Assert.Null(wrong);
        return lines;
    }

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);
}
