namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>The parts of composed answers, in the order they are kept.</summary>
internal static class PartNames
{
    public static readonly string[] Name = ["family", "given", "familyKana", "givenKana", "oldName", "alias"];
    public static readonly string[] Address = ["postalCode", "prefecture", "city", "town", "street", "building"];
    public static readonly string[] Bank = ["bankCode", "branchCode", "type", "number", "holderKana"];

    public static readonly string[] Period = ["from", "to"];
    public static readonly string[] MapPoint = ["lat", "lng", "text"];

    public static string[] Of(QuestionType type) => type switch
    {
        QuestionType.Name => Name,
        QuestionType.Address => Address,
        QuestionType.Bank => Bank,
        QuestionType.Period => Period,
        QuestionType.MapPoint => MapPoint,
        _ => [],
    };
}
