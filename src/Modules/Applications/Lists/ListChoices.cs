using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Lists;

/// <summary>What an officer may narrow a list to: the procedures, colleagues and divisions within their sight.</summary>
internal sealed class ListChoices(IProcedures procedures, IDirectory directory, Actor actor, Localizer text)
{
    public IReadOnlyList<Choice> Procedures() =>
        [.. procedures.All.Where(p => actor.May(ApplicationsPermissions.View, p.Division)).OrderBy(p => p.Kana, StringComparer.Ordinal).Select(p => new Choice(p.Slug, p.Title.Ja))];

    /// <summary>Empty when there is but one.</summary>
    public IReadOnlyList<Choice> Divisions()
    {
        var seen = Seen().ToList();
        return seen.Count < 2 ? [] : [.. seen.Select(d => new Choice(d.Code, d.Name))];
    }

    public IReadOnlyList<Choice> Assignees()
    {
        var people = Seen().SelectMany(d => directory.StaffOf(d.Code)).Where(s => s.Id != actor.Id).ToList();
        var names = directory.NamesOf(people.Select(p => p.Id));
        return
        [
            new Choice(actor.Id, text["staff.list.me"]),
            .. people.Select(p => names[p.Id]).Select(p => new Choice(p.Id, p.Post is null ? p.Name : $"{p.Name}（{p.Post}）")),
        ];
    }

    public IReadOnlyList<Choice> Statuses() =>
    [
        new("open", text["staff.list.open"]), new("all", text["staff.list.all"]),
        .. Enum.GetValues<ApplicationStatus>().Select(s => new Choice(EnumText.Of(s), OfficeWords.Status(text, s))),
    ];

    private IEnumerable<Division> Seen() => directory.Divisions.Where(d => actor.May(ApplicationsPermissions.View, d.Code) && procedures.All.Any(p => p.Division == d.Code));
}
