using Madoguchi.Notices.Contracts;

namespace Madoguchi.Notices.Domain;

/// <summary>文書番号: 「8み子支第123号」, 「8み子支指令第12号」, 「8み資証第45号」. The fiscal year makes it unique in the city.</summary>
internal static class DocumentNumber
{
    public static string Write(DocumentKind kind, string symbol, DateOnly day, int number)
    {
        var word = kind switch { DocumentKind.Order => "指令", DocumentKind.Certificate => "証", _ => "" };
        return $"{JapaneseDate.FiscalYearShort(day)}{symbol}{word}第{number}号";
    }
}
