using Madoguchi.Kernel.People;

namespace Madoguchi.Directory.Contracts;

/// <summary>Who works where and may do what, on any day. Answers from memory; no call touches the database.</summary>
public interface IDirectory
{
    /// <summary>The city itself.</summary>
    City City { get; }

    /// <summary>All divisions, in the order of the city's own list.</summary>
    IReadOnlyList<Division> Divisions { get; }

    /// <summary>A division by code; null when unknown.</summary>
    Division? Division(string code);

    /// <summary>The staff member; null when unknown.</summary>
    StaffMember? Staff(string id);

    /// <summary>Staff who sign in, of one division or (null) of the city.</summary>
    IReadOnlyList<StaffMember> StaffOf(string? division);

    /// <summary>People as shown to colleagues, by id, with the post held on the day (today when null); unknown ids are left out.</summary>
    IReadOnlyDictionary<string, PersonRef> NamesOf(IEnumerable<string> ids, DateOnly? on = null);

    /// <summary>A post by code, such as <c>kosodate.manager</c>: division and rank; null when unknown.</summary>
    Post? Post(string code);

    /// <summary>Posts held on the day.</summary>
    IReadOnlyList<Post> PostsOf(string staffId, DateOnly on);

    /// <summary>Posts this person may act for on the day (代決), beside those held.</summary>
    IReadOnlyList<Post> PostsDeputisedBy(string staffId, DateOnly on);

    /// <summary>Holders of the post on the day.</summary>
    IReadOnlyList<PersonRef> HoldersOf(string postCode, DateOnly on);

    /// <summary>Those who may act for the post on the day (代決), not its holders.</summary>
    IReadOnlyList<PersonRef> DeputiesOf(string postCode, DateOnly on);

    /// <summary>Permissions of the posts held on the day, with the divisions they hold in (null = whole city).</summary>
    IReadOnlyList<Grant> GrantsOf(string staffId, DateOnly on);

    /// <summary>処分庁 by code or title (spaces make no difference) with the holder's name on the day; null when unknown.</summary>
    Authority? Authority(string codeOrTitle, DateOnly on);

    /// <summary>Towns of a postal code, in any notation; empty when it is not of the city.</summary>
    IReadOnlyList<Town> TownsOf(string postalCode);

    /// <summary>All towns of the city, by postal code.</summary>
    IReadOnlyList<Town> Towns { get; }
}
