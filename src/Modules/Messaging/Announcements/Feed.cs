using System.Globalization;
using System.Text;
using System.Xml;
using Madoguchi.Directory.Contracts;
using Madoguchi.Messaging.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Messaging.Announcements;

/// <summary>The announcements as a feed (RSS 2.0), in the language of the address.</summary>
internal static class Feed
{
    public static void Map(IEndpointRouteBuilder root) => root.MapGet("/announcements.rss", WriteAsync).Anyone().ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(IAnnouncements announcements, IDirectory directory, CityOptions options, Localizer text, CancellationToken stop)
    {
        var items = await announcements.CurrentAsync(text.Language, stop);
        var site = options.PublicUrl + text.Language.Prefix();
        var city = directory.City.NameIn(text.Language).ToString();
        var made = new StringBuilder();
        using (var xml = XmlWriter.Create(made, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", $"{city} {text["announcements.title"]}");
            xml.WriteElementString("link", $"{site}/announcements");
            xml.WriteElementString("description", text["announcements.feed.text", ("city", city)].ToString());
            xml.WriteElementString("language", text.Language.HtmlLang());
            foreach (var item in items) Write(xml, item, site);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{made}\n", "application/rss+xml", Encoding.UTF8);
    }

    private static void Write(XmlWriter xml, AnnouncementItem item, string site)
    {
        var address = $"{site}/announcements/{item.Id}";
        xml.WriteStartElement("item");
        xml.WriteElementString("title", item.Title.ToString());
        xml.WriteElementString("link", address);
        xml.WriteElementString("guid", address);
        xml.WriteElementString("pubDate", JapaneseDate.ToTokyo(item.PublishedAt).ToString("ddd, dd MMM yyyy HH:mm:ss +0900", CultureInfo.InvariantCulture));
        xml.WriteElementString("description", item.Body.ToString());
        xml.WriteEndElement();
    }
}
