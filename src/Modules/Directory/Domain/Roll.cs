using System.Collections.Frozen;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Domain;

/// <summary>The whole directory at one moment, never changed; a newer one takes its place.</summary>
internal sealed class Roll(
    City city, IReadOnlyList<NamedAuthority> authorities, IReadOnlyList<Division> divisions, IReadOnlyList<Post> posts, IReadOnlyList<StaffMember> staff,
    IReadOnlyList<Holding> holdings, IReadOnlyList<PostGrant> grants, IReadOnlyList<Delegation> delegations, IReadOnlyList<Town> towns)
{
    public static readonly Roll Empty = new(new City(), [], [], [], [], [], [], [], []);

    private readonly FrozenDictionary<string, Division> divisionsByCode = divisions.ToFrozenDictionary(d => d.Code);
    private readonly FrozenDictionary<string, Post> postsByCode = posts.ToFrozenDictionary(p => p.Code);
    private readonly FrozenDictionary<string, StaffMember> staffById = staff.ToFrozenDictionary(s => s.Id);
    private readonly ILookup<string, Holding> holdingsByStaff = holdings.ToLookup(h => h.Staff);
    private readonly ILookup<string, Holding> holdingsByPost = holdings.ToLookup(h => h.Post);
    private readonly ILookup<string, PostGrant> grantsByPost = grants.ToLookup(g => g.Post);
    private readonly ILookup<string, Delegation> delegationsByPost = delegations.ToLookup(d => d.Post);
    private readonly ILookup<string, Delegation> delegationsByDeputy = delegations.ToLookup(d => d.DeputyPost);
    private readonly ILookup<string, Town> townsByPostalCode = towns.ToLookup(t => TextRules.Digits(t.PostalCode));

    public City City => city;

    public IReadOnlyList<Division> Divisions => divisions;

    public IReadOnlyList<StaffMember> Staff => staff;

    public IReadOnlyList<Town> Towns => towns;

    public Division? Division(string code) => divisionsByCode.GetValueOrDefault(code);

    public Post? Post(string code) => postsByCode.GetValueOrDefault(code);

    public StaffMember? Member(string id) => staffById.GetValueOrDefault(id);

    public IEnumerable<Town> TownsOf(string postalCode) => townsByPostalCode[TextRules.Digits(postalCode)];

    public IEnumerable<Post> PostsOf(string staffId, DateOnly on) =>
        holdingsByStaff[staffId].Where(h => h.IsOn(on)).Select(h => postsByCode[h.Post]).Distinct();

    public IEnumerable<Post> PostsDeputisedBy(string staffId, DateOnly on)
    {
        var held = PostsOf(staffId, on).Select(p => p.Code).ToHashSet();
        return held.SelectMany(p => delegationsByDeputy[p]).Where(d => d.IsOn(on) && !held.Contains(d.Post)).Select(d => postsByCode[d.Post]).Distinct();
    }

    public IEnumerable<PersonRef> HoldersOf(string postCode, DateOnly on) =>
        holdingsByPost[postCode].Where(h => h.IsOn(on)).Select(h => new PersonRef(h.Staff, staffById[h.Staff].Name, postsByCode[postCode].Name));

    public IEnumerable<PersonRef> DeputiesOf(string postCode, DateOnly on)
    {
        var holders = HoldersOf(postCode, on).Select(h => h.Id).ToHashSet();
        return delegationsByPost[postCode].Where(d => d.IsOn(on))
            .SelectMany(d => HoldersOf(d.DeputyPost, on))
            .Where(p => !holders.Contains(p.Id))
            .DistinctBy(p => p.Id);
    }

    public IEnumerable<Grant> GrantsOf(string staffId, DateOnly on) =>
        PostsOf(staffId, on).SelectMany(p => grantsByPost[p.Code].Select(g => new Grant(g.Permission, g.DivisionsFor(p.Division))));

    public PersonRef? Person(string id, DateOnly on) =>
        Member(id) is { } member ? new PersonRef(id, member.Name, PostsOf(id, on).FirstOrDefault()?.Name) : null;

    public Authority? Authority(string codeOrTitle, DateOnly on)
    {
        var found = authorities.FirstOrDefault(a => a.Code == codeOrTitle) ?? authorities.FirstOrDefault(a => Bare(a.Title) == Bare(codeOrTitle));
        return found is null ? null : new Authority(found.Code, found.Title, HoldersOf(found.Post, on).FirstOrDefault()?.Name);
    }

    private static string Bare(string title) => string.Concat(title.Where(c => !char.IsWhiteSpace(c)));
}
