namespace Madoguchi.Procedures.Domain.Trying;

/// <summary>Draws an answer to a question that is likely to be allowed: near what conditions ask for, inside the question's own limits.</summary>
internal sealed class RandomAnswer(Form form, Hints hints, DateOnly today, Random random)
{
    private static readonly string[] Families = ["青葉", "港", "渡邉", "髙橋", "潮見"];
    private static readonly string[] FamilyKana = ["アオバ", "ミナト", "ワタナベ", "タカハシ", "シオミ"];
    private static readonly string[] Givens = ["花子", "太郎", "翔", "海", "結"];
    private static readonly string[] GivenKana = ["ハナコ", "タロウ", "ショウ", "ウミ", "ユイ"];

    private readonly RandomDay days = new(hints, today, random);

    /// <summary>Null where nothing is to be answered.</summary>
    public JsonNode? Of(Question question) => question.Type switch
    {
        QuestionType.Text => Text(question),
        QuestionType.LongText => Fitting("これは試しに入れた文です。", question),
        QuestionType.Choice => Choice(question),
        QuestionType.Choices => Choices(question),
        QuestionType.YesNo => random.Next(2) == 0,
        QuestionType.Number or QuestionType.Yen => Number(question),
        QuestionType.Date => Iso(days.Of(question)),
        QuestionType.Time => Time(question),
        QuestionType.Period => Period(question),
        QuestionType.Name => Name(),
        QuestionType.Address => Address(question),
        QuestionType.Bank => new JsonObject { ["bankCode"] = "9999", ["branchCode"] = Digits(3), ["type"] = random.Next(2) == 0 ? "ordinary" : "current", ["number"] = Digits(7), ["holderKana"] = "ｱｵﾊﾞ ﾊﾅｺ" },
        QuestionType.Telephone => "000" + Digits(8),
        QuestionType.Email => $"tameshi{random.Next(1000)}@example.jp",
        QuestionType.File => new JsonArray(question.Accept.Count == 0 || question.Accept.Contains("pdf") ? "sample-pdf" : "sample-png"),
        QuestionType.MapPoint => new JsonObject { ["text"] = "市役所の前" },
        QuestionType.Declaration => true,
        QuestionType.Group => Items(question),
        _ => null,
    };

    /// <summary>One item of a group; what is not needed is sometimes left out.</summary>
    public JsonObject Item(Question group)
    {
        var item = new JsonObject();
        foreach (var question in group.Questions)
            if (question.Required || random.Next(10) < 7) Put(item, question);
        return item;
    }

    /// <summary>An answer with what goes with it: the words of 「その他」, the promise for later.</summary>
    public void Put(JsonObject answers, Question question)
    {
        answers.Remove(question.Id + "Other");
        answers.Remove(question.Id + "Later");
        answers.Remove(question.Id);
        if (question.MayFollow && random.Next(4) == 0) answers[question.Id + "Later"] = true;
        else if (Of(question) is { } answer) answers[question.Id] = answer;
        if (question.Other && answers[question.Id]?.ToString() == "other") answers[question.Id + "Other"] = "そのほかのこと";
    }

    private JsonArray Items(Question group)
    {
        if (group.IsTable) return new JsonArray([.. group.RowLabels.Select(_ => (JsonNode)Item(group))]);
        var (least, most) = ((int)(group.Min ?? 0), (int)(group.Max ?? 10));
        var wanted = Numbers(group).Where(n => n >= Math.Max(1, least) && n <= most).ToList();
        var count = wanted.Count > 0 && random.Next(2) == 0 ? (int)wanted[random.Next(wanted.Count)] : Between(Math.Max(1, least), Math.Min(most, Math.Max(1, least) + 2));
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => (JsonNode)Item(group))]);
    }

    private JsonNode Text(Question question)
    {
        var wanted = hints.Of(question.Id).Where(h => h.ValueKind == JsonValueKind.String && h.GetString() is not ['@', ..]).ToList();
        if (wanted.Count > 0 && random.Next(2) == 0) return wanted[random.Next(wanted.Count)].GetString()!;
        return question.Input switch
        {
            "digits" => Digits(Between(Math.Max(1, question.MinLength), Math.Min(question.MaxLength, Math.Max(1, question.MinLength) + 8))),
            "katakana" => Fitting("ミナト", question),
            "corporateNumber" => "1000012160153",
            _ => Fitting("ためし" + random.Next(100), question),
        };
    }

    private static string Fitting(string text, Question question)
    {
        while (text.Length < question.MinLength) text += text;
        return text.Length > question.MaxLength ? text[..question.MaxLength] : text;
    }

    private string? Choice(Question question)
    {
        if (question.OptionsAreSessions) return form.OpenSessions(today) is { Count: > 0 } open ? open[random.Next(open.Count)].Code : null;
        var wanted = Wanted(question);
        if (wanted.Count > 0 && random.Next(2) == 0) return wanted[random.Next(wanted.Count)];
        return question.Options.Count > 0 ? question.Options[random.Next(question.Options.Count)].Code : null;
    }

    private JsonArray Choices(Question question)
    {
        var codes = question.Options.Select(o => o.Code).ToArray();
        var least = Math.Clamp((int)(question.Min ?? 1), 1, Math.Max(1, codes.Length));
        var count = Between(least, Math.Min((int)(question.Max ?? codes.Length), codes.Length));
        random.Shuffle(codes);
        if (Wanted(question) is { Count: > 0 } wanted && random.Next(2) == 0)
            codes = [wanted[random.Next(wanted.Count)], .. codes];
        return new JsonArray([.. codes.Distinct().Take(count).Select(c => (JsonNode)c)]);
    }

    private List<string> Wanted(Question question) =>
        [.. hints.Of(question.Id).Where(h => h.ValueKind == JsonValueKind.String).Select(h => h.GetString()!).Where(question.Codes.Contains)];

    private IEnumerable<decimal> Numbers(Question question) =>
        hints.Of(question.Id).Where(h => h.ValueKind == JsonValueKind.Number && h.TryGetDecimal(out _)).SelectMany(h => (decimal[])[h.GetDecimal(), h.GetDecimal() - 1, h.GetDecimal() + 1]);

    private JsonValue Number(Question question)
    {
        var (least, most) = (question.Min ?? 0, question.Max ?? Math.Max(question.Min ?? 0, 0) + 100);
        var wanted = Numbers(question).Where(n => n >= least && n <= most && decimal.Round(n, question.Decimals) == n).ToList();
        if (wanted.Count > 0 && random.Next(3) > 0) return JsonValue.Create(wanted[random.Next(wanted.Count)]);
        var drawn = random.Next(4) switch { 0 => least, 1 => most, _ => least + ((most - least) * random.Next(1001) / 1000) };
        return JsonValue.Create(Math.Min(Math.Max(decimal.Round(drawn, question.Decimals), least), most));
    }

    private string Time(Question question)
    {
        var (least, most) = (question.EarliestTime ?? new TimeOnly(8, 30), question.LatestTime ?? new TimeOnly(17, 15));
        return least.AddMinutes(random.Next(Math.Max(1, (int)(most - least).TotalMinutes + 1))).ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    private JsonObject Period(Question question)
    {
        var from = days.Of(question);
        return new JsonObject { ["from"] = Iso(from), ["to"] = Iso(from.AddDays(random.Next(Math.Min(question.MaxDays ?? 30, 60)))) };
    }

    private JsonObject Name()
    {
        var (family, given) = (random.Next(Families.Length), random.Next(Givens.Length));
        return new JsonObject { ["family"] = Families[family], ["given"] = Givens[given], ["familyKana"] = FamilyKana[family], ["givenKana"] = GivenKana[given] };
    }

    // Some live elsewhere, where that may be.
    private JsonObject Address(Question question) => new()
    {
        ["postalCode"] = "000-0001", ["prefecture"] = form.Context.Prefecture ?? "潮見県", ["city"] = !question.InCity && random.Next(3) == 0 ? "となり市" : form.Context.City ?? "みなと台市", ["town"] = "港町", ["street"] = $"{random.Next(1, 30)}番{random.Next(1, 20)}号",
    };

    // A definition may ask for the impossible, such as at least five of three: its rules say so, not an exception.
    private int Between(int least, int most) => most <= least ? least : random.Next(least, most + 1);

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
