using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Studio.Lists;

/// <summary>A list to fill in, as spreadsheets open it.</summary>
internal static class ListTemplate
{
    private static readonly string[][] Rows =
    [
        ["項目名", "種類", "必須", "選択肢", "ページ", "説明", "例", "字数"],
        ["氏名", "", "○", "", "あなたについて", "", "", ""],
        ["電話番号", "", "○", "", "あなたについて", "日中に連絡できる番号を書いてください。", "", ""],
        ["メールアドレス", "", "", "", "あなたについて", "", "", ""],
        ["参加する人数", "数", "○", "", "参加について", "", "", ""],
        ["希望する曜日", "1つ選ぶ", "○", "土曜日、日曜日、どちらでもよい", "参加について", "", "", ""],
        ["知りたいこと", "長い文", "", "", "参加について", "", "例：申込みの方法", "400"],
    ];

    public static void Map(IEndpointRouteBuilder root) => root.MapGet("/staff/studio/new/list/template.csv", Write).StaffOnly().ExcludeFromDescription();

    private static IResult Write(Actor actor)
    {
        actor.Require(ProceduresPermissions.Edit);
        return Results.File(Bytes(), "text/csv; charset=utf-8", "koumoku.csv");
    }

    internal static byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
            foreach (var row in Rows) csv.WriteRecord(row);
        return file.ToArray();
    }
}
