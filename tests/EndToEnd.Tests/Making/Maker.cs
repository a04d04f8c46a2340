using EndToEnd.Tests.Browsing;

namespace EndToEnd.Tests.Making;

/// <summary>An officer in the studio, with nothing but what is on the screen.</summary>
internal static class Maker
{
    public static async Task OpensTheStudioAsync(this Person officer)
    {
        await officer.GoAsync("/staff");
        await officer.PressAsync("手続づくり");
    }

    public static async Task BeginsAsync(this Person officer, string nature, string title, string kana)
    {
        await officer.PressAsync("新しい手続をつくる");
        await officer.PressAsync("空から始める");
        await officer.FillsAsync(("Nature", nature), ("Title", title), ("Kana", kana));
        await officer.PressAsync("つくり始める");
        await officer.SeesAsync(title);
    }

    /// <summary>Opens one thing of the procedure by its name, fills it in and comes back to the whole.</summary>
    public static async Task WritesAsync(this Person officer, string thing, params (string Field, string Value)[] fields)
    {
        await officer.PressAsync(thing);
        await officer.FillsAsync(fields);
        await officer.SavesAsync();
    }

    public static async Task AsksAsync(this Person officer, string page, string type, string label, string english, string easy, (string Field, string Words)? from = null)
    {
        await officer.PressAsync($"設問を足す（{page}）");
        await officer.FillsAsync(("Label", label), ("Type", type));
        await officer.PressAsync("足して、くわしく書く");
        await officer.FillsAsync(("label.en", english), ("label.ja-easy", easy));
        if (from is { } list) await officer.ChooseAsync(list.Field, list.Words);
        await officer.SavesAsync();
    }

    /// <summary>A question every form knows, in all languages already.</summary>
    public static async Task AsksAsUsualAsync(this Person officer, string page, string question)
    {
        await officer.PressAsync($"設問を足す（{page}）");
        await officer.FillAsync("Bank", question);
        await officer.PressAsync("足して、くわしく書く");
        await officer.PressAsync("手続の全体へ戻る");
    }

    /// <summary>Says of which earlier answer the thing depends.</summary>
    public static async Task DependsAsync(this Person officer, string thing, string question, string answer)
    {
        await officer.PressAsync($"条件（{thing}）");
        await officer.ChooseAsync("c0.question", question);
        await officer.PressAsync("保存する");
        await officer.FillAsync("c0.value", answer);
        await officer.PressAsync("保存する");
    }

    public static async Task FillsAsync(this Person officer, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields) await officer.FillAsync(field, value);
    }

    public static async Task SavesAsync(this Person officer)
    {
        await officer.PressAsync("保存する");
        await officer.SeesAsync("保存しました");
        await officer.PressAsync("手続の全体へ戻る");
    }

    /// <summary>Puts the draft forward; the officer stays on the page that says how far it is.</summary>
    public static async Task ProposesAsync(this Person officer, string reason, params string[] checks)
    {
        await officer.PressAsync("公開する");
        foreach (var check in checks) await officer.FillAsync("Checked", check);
        await officer.FillAsync("Reason", reason);
        await officer.PressAsync("起案する");
        await officer.SeesAsync("決裁を待っています");
    }
}
