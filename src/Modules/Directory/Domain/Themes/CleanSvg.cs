using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Madoguchi.Directory.Domain.Themes;

/// <summary>A drawing made harmless: only what draws is written anew, everything else of the file is left behind.</summary>
internal static partial class CleanSvg
{
    private const int Deepest = 32;
    private const int MostElements = 2000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    // No text (its font is not there), no image, nothing that repeats other parts (use, pattern), nothing that acts.
    private static readonly HashSet<string> Shapes = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"];
    private static readonly HashSet<string> Elements = [.. Shapes, "g", "defs", "linearGradient", "radialGradient", "stop", "clipPath"];

    private static readonly HashSet<string> Attributes =
    [
        "id", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height", "transform",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
        "opacity", "clip-path", "clip-rule", "clipPathUnits", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod",
    ];

    /// <summary>The drawing and its size; null when it is no drawing, holds a DTD, is nested too deep, or nothing is left to draw.</summary>
    public static Picture? Read(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = content.Length + 1,
            });
            return XDocument.Load(reader).Root is { } root && root.Name == Svg + "svg" && BoxOf(root) is { } box ? Drawn(root, box) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Picture? Drawn(XElement root, double[] box)
    {
        var left = MostElements;
        var clean = new XElement(Svg + "svg", Kept(root).Where(a => a.Name != "width" && a.Name != "height" && a.Name != "x" && a.Name != "y"));
        if (!Fill(clean, root, 1, ref left) || !clean.Descendants().Any(e => Shapes.Contains(e.Name.LocalName))) return null;
        var (width, height) = (Side(box[2], box), Side(box[3], box));
        clean.SetAttributeValue("viewBox", string.Join(' ', box.Select(n => n.ToString(CultureInfo.InvariantCulture))));
        clean.SetAttributeValue("width", width);
        clean.SetAttributeValue("height", height);
        return PictureReading.Made("image/svg+xml", width, height, Encoding.UTF8.GetBytes(clean.ToString(SaveOptions.DisableFormatting)));
    }

    /// <summary>Whether it was neither too deep nor too much.</summary>
    private static bool Fill(XElement clean, XElement given, int depth, ref int left)
    {
        if (depth > Deepest) return false;
        foreach (var child in given.Elements().Where(e => e.Name.Namespace == Svg && Elements.Contains(e.Name.LocalName)))
        {
            if (--left < 0) return false;
            var kept = new XElement(Svg + child.Name.LocalName, Kept(child));
            clean.Add(kept);
            if (!Fill(kept, child, depth + 1, ref left)) return false;
        }

        return true;
    }

    private static IEnumerable<XAttribute> Kept(XElement element)
    {
        var kept = new Dictionary<string, string>();
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            if (attribute.Name == "style") foreach (var (name, value) in Declarations(attribute.Value)) Keep(kept, name, value);
            else if (attribute.Name.Namespace == XNamespace.None) Keep(kept, attribute.Name.LocalName, attribute.Value);
            // A gradient may go on from another one of the same drawing.
            if ((attribute.Name == "href" || attribute.Name == Link + "href") && element.Name.LocalName.EndsWith("Gradient", StringComparison.Ordinal) && Within().IsMatch(attribute.Value))
                kept["href"] = attribute.Value;
        }

        return kept.Select(a => new XAttribute(a.Key, a.Value));
    }

    private static void Keep(Dictionary<string, string> kept, string name, string value)
    {
        if (!Attributes.Contains(name) || !Plain().IsMatch(value)) return;
        if (value.Contains("url", StringComparison.OrdinalIgnoreCase) && !Paint().IsMatch(value)) return;
        kept[name] = value;
    }

    private static IEnumerable<(string Name, string Value)> Declarations(string style) =>
        style.Split(';').Select(d => d.Split(':', 2)).Where(d => d.Length == 2).Select(d => (d[0].Trim(), d[1].Trim()));

    // Its own coordinates, else its size; without either nobody knows how wide it is to be shown.
    private static double[]? BoxOf(XElement root)
    {
        var box = root.Attribute("viewBox")?.Value.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray()
            ?? [0, 0, Number(root.Attribute("width")?.Value), Number(root.Attribute("height")?.Value)];
        if (box.Length != 4 || box.Any(n => !double.IsFinite(n) || Math.Abs(n) > 100_000) || box[2] <= 0 || box[3] <= 0) return null;
        return box[2] / box[3] is >= 0.1 and <= 10 ? box : null;
    }

    private static double Number(string? text) =>
        double.TryParse(text?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    // The longer side is 256: enough to say the proportions.
    private static int Side(double side, double[] box) => Math.Max(1, (int)Math.Round(256 * side / Math.Max(box[2], box[3])));

    [GeneratedRegex(@"^[A-Za-z0-9_\s.,#%()+\-]*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^url\(#[A-Za-z0-9_.\-]+\)$")]
    private static partial Regex Paint();

    [GeneratedRegex(@"^#[A-Za-z0-9_.\-]+$")]
    private static partial Regex Within();
}
