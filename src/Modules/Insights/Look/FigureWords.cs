using System.Globalization;
using Madoguchi.Insights.Domain;

namespace Madoguchi.Insights.Look;

/// <summary>Figures as officers read them.</summary>
internal static class FigureWords
{
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static LocalizedText Finish(Localizer text, Figures figures) => figures.FinishRate is { } rate ? text["staff.insights.percent", ("percent", rate)] : text["staff.insights.nothing"];

    public static LocalizedText Median(Localizer text, Figures figures) => figures.MedianTime is { } bucket ? Time(text, bucket) : text["staff.insights.nothing"];

    public static LocalizedText Time(Localizer text, string bucket) => text[$"staff.insights.time.{bucket}"];

    public static LocalizedText Satisfaction(Localizer text, Figures figures) => figures.Satisfaction is { } mean
        ? text["staff.insights.mean", ("mean", mean.ToString("0.0", CultureInfo.InvariantCulture)), ("count", figures.Ratings)]
        : text["staff.insights.few", ("least", Figures.FewestRatings)];
}
