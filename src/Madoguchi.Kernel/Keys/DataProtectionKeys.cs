using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Madoguchi.Kernel.Keys;

/// <summary>ASP.NET's cookie and form keys, kept wrapped in the database so that all nodes share them.</summary>
internal sealed class DataProtectionKeys(KeyRing keys) : IXmlRepository
{
    private const string Purpose = "data-protection";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.AllAsync(Purpose).GetAwaiter().GetResult().Select(k => XElement.Parse(Encoding.UTF8.GetString(k)))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.AddAsync(Purpose, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();
}
