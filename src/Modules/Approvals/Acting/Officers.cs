using Madoguchi.Approvals.Domain;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Approvals.Acting;

/// <summary>Posts and people of approvals, as Directory knows them today.</summary>
internal sealed class Officers(IDirectory directory, TimeProvider clock)
{
    /// <summary>The actor with the posts held and deputised today; nobody's posts for residents and the system.</summary>
    public Officer Of(Actor actor)
    {
        if (!actor.IsStaff) return new Officer(actor.Id, new Dictionary<string, string>(), []);

        var today = clock.Today();
        var held = directory.PostsOf(actor.Id, today).ToDictionary(p => p.Code, p => TitleOf(p.Code));
        return new Officer(actor.Id, held, [.. directory.PostsDeputisedBy(actor.Id, today).Select(p => p.Code)]);
    }

    /// <summary>Whether nobody but this person holds or deputises the post today.</summary>
    public bool NobodyElse(string post, string staffId)
    {
        var today = clock.Today();
        return directory.HoldersOf(post, today).Concat(directory.DeputiesOf(post, today)).All(p => p.Id == staffId);
    }

    /// <summary>「子育て支援課 係長」; the code itself when the post is no more.</summary>
    public string TitleOf(string post) =>
        directory.Post(post) is not { } known ? post
        : known.Division is { } division && directory.Division(division) is { } of ? $"{of.Name} {known.Name}"
        : known.Name;

    /// <summary>Names of those who hold the post today.</summary>
    public IReadOnlyList<string> HoldersOf(string post) => [.. directory.HoldersOf(post, clock.Today()).Select(p => p.Name)];

    public IReadOnlyDictionary<string, PersonRef> NamesOf(IEnumerable<string> ids) => directory.NamesOf(ids);

    public DivisionRef DivisionOf(string code) => directory.Division(code)?.Ref ?? new DivisionRef(code, code);
}
