using System.Globalization;
using System.Text.Json.Nodes;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Applications.Questions;

/// <summary>What the small buttons of a page do to the answers: add or remove an item, find an address, take a file out.</summary>
internal sealed class PageActs(IDirectory directory)
{
    /// <summary>The field to go on with, and whether the act found what it looked for.</summary>
    internal sealed record Done(string? Field, bool Found = true);

    /// <param name="act"><c>add:group</c>, <c>remove:group[0]</c>, <c>lookup:key</c>, <c>clear:key</c>, <c>upload:key</c>.</param>
    public Done Do(JsonObject answers, string act)
    {
        var colon = act.IndexOf(':');
        var (verb, key) = colon < 0 ? (act, "") : (act[..colon], act[(colon + 1)..]);
        switch (verb)
        {
            case "add":
                return Add(answers, key);
            case "remove":
                return Remove(answers, key);
            case "lookup":
                return LookUp(answers, key);
            case "clear":
                if (HolderOf(answers, key) is { } holder) holder.Of.Remove(holder.Id);
                return new Done(key);
            default:
                return new Done(key.Length == 0 ? null : key);
        }
    }

    /// <param name="value"><c>key|fileId</c>.</param>
    public static Done RemoveFile(JsonObject answers, string value)
    {
        var bar = value.IndexOf('|');
        if (bar < 0 || HolderOf(answers, value[..bar]) is not { } holder || holder.Of[holder.Id] is not JsonArray files) return new Done(null);
        var kept = files.Where(f => f?.ToString() != value[(bar + 1)..]).Select(f => f?.DeepClone()).ToArray();
        if (kept.Length == 0) holder.Of.Remove(holder.Id);
        else holder.Of[holder.Id] = new JsonArray(kept);
        return new Done(value[..bar]);
    }

    /// <summary>The object that holds the answer under a key; null when there is no such item.</summary>
    public static (JsonObject Of, string Id)? HolderOf(JsonObject answers, string key)
    {
        if (ItemOf(key) is not { } place) return (answers, key);
        return answers[place.Group] is JsonArray items && place.Index < items.Count && items[place.Index] is JsonObject item && place.Part.Length > 0 ? (item, place.Part) : null;
    }

    private static Done Add(JsonObject answers, string group)
    {
        var items = answers[group] as JsonArray;
        if (items is null) answers[group] = items = [];
        items.Add(new JsonObject());
        return new Done($"{group}[{items.Count - 1}]");
    }

    private static Done Remove(JsonObject answers, string key)
    {
        if (ItemOf(key) is not { } place || answers[place.Group] is not JsonArray items || place.Index >= items.Count) return new Done(null);
        items.RemoveAt(place.Index);
        if (items.Count == 0) answers.Remove(place.Group);
        return new Done(place.Group);
    }

    private Done LookUp(JsonObject answers, string key)
    {
        if (HolderOf(answers, key) is not { } holder || holder.Of[holder.Id] is not JsonObject address) return new Done(key, false);
        if (directory.TownsOf(address["postalCode"]?.ToString() ?? "") is not [var town, ..]) return new Done(key, false);
        address["prefecture"] = directory.City.Prefecture;
        address["city"] = directory.City.Name;
        address["town"] = town.Name;
        return new Done(key);
    }

    private static (string Group, int Index, string Part)? ItemOf(string key)
    {
        var open = key.IndexOf('[');
        var close = key.IndexOf(']');
        if (open < 0 || close < open || !int.TryParse(key.AsSpan((open + 1)..close), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return null;
        return (key[..open], index, close + 2 <= key.Length ? key[(close + 2)..] : "");
    }
}
