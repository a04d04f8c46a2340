namespace Madoguchi.Studio.Register;

/// <summary>What a procedure that is not online weighs in the order of going online.</summary>
/// <param name="Hours">Officers' hours a year: volume × minutes.</param>
/// <param name="Score">Hours × ease.</param>
internal sealed record RankedLine(string Key, string SurveyId, string Name, string Division, long Volume, int Minutes, double Ease, double Hours, double Score);

/// <summary>
/// 次にオンライン化するもの: volume × minutes × ease. Computed whenever it is shown, kept nowhere.
/// The weights stand here and on the page.
/// </summary>
internal static class Ranking
{
    public const double Seal = 0.7, Originals = 0.6, LawMustChange = 0.3, NoSystem = 0.9, LittleUse = 0.7;

    /// <summary>0 = should not be online by its nature, 1 = nothing stands in the way.</summary>
    /// <param name="concern">Code of 検討時の懸念点.</param>
    public static double Ease(string concern, bool? seal, bool originals) =>
        (concern switch { "5" => 0, "1" or "2" => LawMustChange, "3" => NoSystem, "6" => LittleUse, _ => 1 }) * (seal == true ? Seal : 1) * (originals || concern == "4" ? Originals : 1);

    public static RankedLine Of(string key, string surveyId, string name, string division, long volume, int minutes, double ease)
    {
        var hours = volume * minutes / 60d;
        return new RankedLine(key, surveyId, name, division, volume, minutes, ease, hours, hours * ease);
    }
}
