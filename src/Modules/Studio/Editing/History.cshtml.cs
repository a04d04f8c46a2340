namespace Madoguchi.Studio.Editing;

/// <summary>Who changed what, when.</summary>
internal sealed class HistoryPage(IDirectory directory) : EditPage
{
    private const int Most = 500;

    public IReadOnlyList<DraftStep> Steps { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonRef> People { get; private set; } = new Dictionary<string, PersonRef>();

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Steps = await Desk.StepsAsync(id, -1, Most, stop);
        People = directory.NamesOf(Steps.Select(s => s.ChangedBy));
    }
}
