namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>The parts of composed answers, in the order they are kept.</summary>
internal static class PartNames
{
    public static readonly string[] Name = ["family", "given", "familyKana", "givenKana"];
    public static readonly string[] Address = ["postalCode", "prefecture", "city", "town", "street", "building"];
    public static readonly string[] Bank = ["bankCode", "branchCode", "type", "number", "holderKana"];

    public static string[] Of(QuestionType type) => type switch
    {
        QuestionType.Name => Name,
        QuestionType.Address => Address,
        QuestionType.Bank => Bank,
        _ => [],
    };
}
