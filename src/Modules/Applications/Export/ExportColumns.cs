using System.Globalization;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Export;

/// <summary>A column of the CSV file.</summary>
/// <param name="Key">Own name, or <c>answer.{question}</c>.</param>
internal sealed record ExportColumn(string Key, string Label, Func<ExportRow, string?> Value)
{
    public bool IsAnswer => Key.StartsWith("answer.", StringComparison.Ordinal);
}

/// <summary>A matter on its way out, with its answers put into words once when a column asks for them.</summary>
internal sealed class ExportRow(Application application, ProcedureEdition edition)
{
    private ILookup<string, ShownAnswer>? answers;

    public Application Application => application;

    public ProcedureEdition Edition => edition;

    /// <summary>The answer to a question; the items of a group one a line.</summary>
    public string Answer(string question)
    {
        answers ??= edition.Form.Show(application.AnswersJson(), JapaneseDate.Of(application.ArrivedAt), Language.Ja)
            .SelectMany(p => p.Answers).Where(a => a.Question is not null).ToLookup(a => a.Key.Split('[')[0]);
        return string.Join('\n', answers[question].Where(a => a.Answered).GroupBy(a => a.Item)
            .Select(i => i.Key is null ? string.Join("、", i.Select(Words)) : $"{i.Key}：{string.Join("、", i.Select(a => $"{a.Label} {Words(a)}"))}"));
    }

    private string Words(ShownAnswer answer) => answer.Files.Count == 0
        ? answer.Value.ToString()
        : string.Join("、", Apply.Attaching.Of(application).Where(f => answer.Files.Contains(f.FileId)).Select(f => f.Name).Distinct());
}

/// <summary>The columns an officer may choose: those of every matter and, of one procedure, its questions.</summary>
internal sealed class ExportColumns(IProcedures procedures, IDirectory directory, Localizer text)
{
    public IReadOnlyList<ExportColumn> Of(string? procedure) => [.. Common(), .. procedure is null ? [] : Answers(procedure)];

    private IEnumerable<ExportColumn> Common()
    {
        yield return Column("number", r => r.Application.IntakeNumber);
        yield return new("title", text["staff.export.title.column"].ToString(), r => r.Edition.Title.Ja);
        yield return Column("status", r => OfficeWords.Status(text, r.Application.Status).ToString());
        yield return Column("phase", r => r.Edition.Phases.FirstOrDefault(p => p.Id == r.Application.Phase)?.Label.Ja);
        yield return Column("arrivedAt", r => Moment(r.Application.ArrivedAt));
        yield return Column("registeredAt", r => Moment(r.Application.RegisteredAt));
        yield return Column("channel", r => text[$"staff.channel.{EnumText.Of(r.Application.Channel)}"].ToString());
        yield return Column("name", r => r.Application.ApplicantName);
        yield return Column("kana", r => r.Application.ApplicantKana);
        yield return Column("birthDate", r => Day(r.Application.ApplicantBirthDate));
        yield return Column("telephone", r => r.Application.ApplicantTelephone);
        yield return Column("address", r => r.Application.ApplicantAddress.Replace('\n', ' ').Trim());
        yield return Column("division", r => directory.Division(r.Application.Division)?.Name);
        yield return Column("assignee", r => r.Application.Assignee is { } id ? directory.Staff(id)?.Name : null);
        yield return Column("promisedOn", r => Day(r.Application.PromisedOn));
        yield return Column("dueOn", r => Day(r.Application.DueOn));
        yield return Column("noticeBy", r => text[$"staff.noticeBy.{EnumText.Of(r.Application.NoticeBy)}"].ToString());
        yield return Column("disposition", r => r.Application.Disposition is { } kind ? r.Edition.Dispositions[kind].Label.Ja : null);
        yield return Column("decidedAt", r => r.Application.DecidedAt is { } at ? Moment(at) : null);
        yield return Column("demo", r => r.Application.Demo ? text["staff.demo"].ToString() : null);
    }

    private IEnumerable<ExportColumn> Answers(string procedure) =>
        procedures.Find(procedure) is not { } edition ? [] : InOrder(edition)
            .Where(q => q.Type is not (QuestionType.Info or QuestionType.Declaration))
            .Select(q => new ExportColumn($"answer.{q.Id}", q.Short.Ja, r => r.Answer(q.Id)));

    // 出力の並び: what the definition names comes first, in its order.
    private static IEnumerable<Question> InOrder(ProcedureEdition edition)
    {
        var places = edition.ExportLayout.Index().DistinctBy(p => p.Item).ToDictionary(p => p.Item, p => p.Index);
        return edition.Form.Pages.SelectMany(p => p.Questions).OrderBy(q => places.GetValueOrDefault(q.Id, int.MaxValue));
    }

    private ExportColumn Column(string key, Func<ExportRow, string?> value) => new(key, text[$"staff.export.{key}"].ToString(), value);

    private static string Moment(DateTime utc) => JapaneseDate.ToTokyo(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
