using System.Text.Json;
using Madoguchi.Residents.Contracts;
using NoticeBy = Madoguchi.Applications.Domain.NoticeBy;

namespace Madoguchi.Applications.Apply;

/// <summary>Who applies, over which channel, since when: what the caller may say of it, and the intake number.</summary>
internal sealed class Intake(Actor actor, IResidents residents, Sequences sequences, TimeProvider clock)
{
    private const int OldestPaper = 10;

    internal sealed record Received(Channel Channel, DateTime ArrivedAt, string? Account, Applicant Applicant, NoticeBy NoticeBy);

    public async ValueTask<Result<Received>> JudgeAsync(ProcedureEdition edition, SubmitInput input, Channel own, CancellationToken stop)
    {
        var channel = input.Channel is null ? own : EnumText.Parse<Channel>(input.Channel);
        if (channel is null) return Refusal.Invalid(new FieldError("channel", "option"));
        NoticeBy? noticeBy = null;
        if (input.NoticeBy is not null && (noticeBy = EnumText.Parse<NoticeBy>(input.NoticeBy)) is null) return Refusal.Invalid(new FieldError("noticeBy", "option"));
        return actor.IsStaff
            ? await FromStaffAsync(edition, input, channel.Value, noticeBy, stop)
            : await FromResidentAsync(input, channel.Value, noticeBy, stop);
    }

    public async ValueTask<string> NumberAsync(CancellationToken stop)
    {
        var year = clock.Today().Year;
        return IntakeNumber.Create(year, await sequences.NextAsync($"intake-{year}", stop)).ToString();
    }

    private async ValueTask<Result<Received>> FromResidentAsync(SubmitInput input, Channel channel, NoticeBy? noticeBy, CancellationToken stop)
    {
        if (channel is not (Channel.Web or Channel.Api) || input.ReceivedAt is not null || input.OnBehalfOf is not null) return Refusals.ChannelNotYours;
        var account = await residents.Of(actor.Id, stop) ?? throw new UnauthorizedAccessException();
        return new Received(channel, clock.Now(), account.Id, Applicants.Of(account), noticeBy ?? Applicants.NoticeByOf(account));
    }

    private async ValueTask<Result<Received>> FromStaffAsync(ProcedureEdition edition, SubmitInput input, Channel channel, NoticeBy? noticeBy, CancellationToken stop)
    {
        if (!actor.May(ApplicationsPermissions.Register, edition.Division)) return Refusals.ChannelNotYours;
        if (input.OnBehalfOf is not { } person) return Refusals.Missing("onBehalfOf");
        if (input.ReceivedAt > clock.Now()) return Refusal.Invalid(new FieldError("receivedAt", "future"));
        if (input.ReceivedAt < clock.Now().AddYears(-OldestPaper)) return Refusal.Invalid(new FieldError("receivedAt", "longAgo", ("max", OldestPaper)));
        var receivedAt = input.ReceivedAt is { } at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond)) : clock.Now();
        if (person.Resident is not null)
        {
            if (!TextRules.IsClean(person.Resident) || await residents.Of(person.Resident, stop) is not { } account) return Refusal.Invalid(new FieldError("onBehalfOf.resident", "unknown"));
            return new Received(channel, receivedAt, account.Id, Applicants.Of(account), noticeBy ?? Applicants.NoticeByOf(account));
        }

        var named = Named(person, clock.Today());
        return named.Refused ? named.Refusal : new Received(channel, receivedAt, null, named.Value, noticeBy ?? NoticeBy.Paper);
    }

    private static Result<Applicant> Named(OnBehalfOf person, DateOnly today)
    {
        var errors = new List<FieldError>();
        Check(person.Name, "name", 100, errors);
        Check(person.Kana, "kana", 100, errors);
        var telephone = string.IsNullOrWhiteSpace(person.Phone) ? "" : TextRules.Telephone(person.Phone);
        if (telephone is null) errors.Add(new FieldError("onBehalfOf.phone", "telephone"));
        if (person.BirthDate > today) errors.Add(new FieldError("onBehalfOf.birthDate", "future"));
        foreach (var part in Applicants.AddressParts(person.Address)) Check(part, "address", 200, errors);
        var address = Applicants.AddressText(person.Address);
        if (address is null) errors.Add(new FieldError("onBehalfOf.address", "postalCode"));
        if (errors.Count > 0) return Refusal.Invalid(errors.DistinctBy(e => (e.Field, e.Code)).ToList());
        return new Applicant(TextRules.Normalise(person.Name!), TextRules.Katakana(TextRules.Normalise(person.Kana!)).Replace('　', ' '), person.BirthDate, telephone!, address!);
    }

    private static void Check(string? text, string field, int limit, List<FieldError> errors)
    {
        var key = $"onBehalfOf.{field}";
        if (string.IsNullOrWhiteSpace(text)) errors.Add(new FieldError(key, "missing"));
        else if (!TextRules.IsClean(text) || text.Contains('\n')) errors.Add(new FieldError(key, "characters"));
        else if (TextRules.IsLonger(text, limit)) errors.Add(new FieldError(key, "tooLong", ("max", limit)));
    }
}
