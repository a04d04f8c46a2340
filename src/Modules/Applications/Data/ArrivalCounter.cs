namespace Madoguchi.Applications.Data;

/// <summary>How many matters of a procedure there are, of everybody: counted, never shown. Withdrawn and closed ones do not count.</summary>
internal sealed class ArrivalCounter(Database database)
{
    private const string Counted = "from applications_applications where procedure = @procedure and status not in ('withdrawn', 'closed')";

    /// <summary>Makes who comes at the same time wait until this act has committed.</summary>
    public async Task LockAsync(string procedure, CancellationToken stop)
    {
        var name = ("@procedure", (object)procedure);
        await database.ScalarAsync(
            "insert into applications_sessions (procedure, session, taken, waiting, drawn) values (@procedure, 'limits', 0, 0, 0) on conflict (procedure, session) do nothing", stop, name);
        await database.ScalarAsync("update applications_sessions set drawn = drawn + 1 where procedure = @procedure and session = 'limits'", stop, name);
    }

    public async Task<long> CountAsync(string procedure, CancellationToken stop) =>
        Convert.ToInt64(await database.ScalarAsync($"select count(*) {Counted}", stop, ("@procedure", procedure)), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether this person or household has one. Without an account they are told apart by name and telephone, a household by address and family name.</summary>
    public async Task<bool> HasAsync(string procedure, OncePer once, Application application, CancellationToken stop)
    {
        var (condition, values) = (once, application) switch
        {
            (OncePer.Household, { ApplicantAddress.Length: > 1 }) =>
                ("(account = @account or (applicant_address = @address and applicant_kana like @family))", new[]
                {
                    ("@account", (object)(application.Account ?? "")), ("@address", application.ApplicantAddress), ("@family", application.ApplicantKana.Split(' ')[0] + " %"),
                }),
            (_, { Account: { } account }) => ("account = @account", [("@account", (object)account)]),
            _ => ("applicant_kana = @kana and applicant_telephone = @telephone", [("@kana", (object)application.ApplicantKana), ("@telephone", application.ApplicantTelephone)]),
        };
        return await database.ScalarAsync($"select 1 {Counted} and {condition} limit 1", stop, [("@procedure", procedure), .. values]) is not null;
    }
}
