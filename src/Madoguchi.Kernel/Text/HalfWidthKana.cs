using System.Globalization;
using System.Text;

namespace Madoguchi.Kernel.Text;

/// <summary>Katakana in the 全銀 character set, one full-width character at a time.</summary>
internal static class HalfWidthKana
{
    private const string Full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string Small = "ァィゥェォッャュョヮヵヶヲヰヱ";
    private const string Large = "アイウエオツヤユヨワカケオイエ";

    public static string Of(char c)
    {
        if (c is 'ー') return "-";
        if (c is '「') return "｢";
        if (c is '」') return "｣";
        if (c is '・' or '、' or '。') return ".";
        if (char.IsAscii(c)) return char.ToUpper(c, CultureInfo.InvariantCulture).ToString();
        if (Small.IndexOf(c) is >= 0 and var small) c = Large[small];

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        if (Full.IndexOf(parts[0]) is not (>= 0 and var at)) return c.ToString();
        return parts.Length == 1 ? Half[at].ToString() : Half[at] + (parts[1] == '\u3099' ? "ﾞ" : "ﾟ");
    }
}
