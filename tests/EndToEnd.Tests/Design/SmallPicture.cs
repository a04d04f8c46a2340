using Microsoft.Playwright;

namespace EndToEnd.Tests.Design;

/// <summary>
/// A picture of which every square of 8 × 8 pixels became one: lines, colours and places are seen, the drawing of single letters hardly.
/// Made and compared in a blank page, so that no image library is needed.
/// </summary>
internal sealed class SmallPicture(IPage desk)
{
    private const string Decoded = """
        const decoded = async png => {
          const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
          const sheet = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          sheet.drawImage(bitmap, 0, 0);
          return sheet.getImageData(0, 0, bitmap.width, bitmap.height);
        };
        """;

    public async Task<byte[]> OfAsync(ILocator part)
    {
        var picture = await part.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Scale = ScreenshotScale.Css });
        return Convert.FromBase64String(await desk.EvaluateAsync<string>($$"""
            async png => {
              {{Decoded}}
              const from = await decoded(png);
              const [width, height] = [Math.ceil(from.width / 8), Math.ceil(from.height / 8)];
              const sheet = new OffscreenCanvas(width, height);
              const to = new ImageData(width, height);
              for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
                const [right, bottom] = [Math.min(8 * x + 8, from.width), Math.min(8 * y + 8, from.height)];
                for (let colour = 0; colour < 4; colour++) {
                  let sum = 0;
                  for (let v = 8 * y; v < bottom; v++) for (let u = 8 * x; u < right; u++) sum += from.data[4 * (v * from.width + u) + colour];
                  to.data[4 * (y * width + x) + colour] = sum / ((right - 8 * x) * (bottom - 8 * y));
                }
              }
              sheet.getContext('2d').putImageData(to, 0, 0);
              const bytes = new Uint8Array(await (await sheet.convertToBlob()).arrayBuffer());
              return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
            }
            """, Convert.ToBase64String(picture)));
    }

    /// <summary>How many small pixels clearly differ; all of them when the sizes do: one small pixel more or less is none.</summary>
    public Task<int> DifferenceAsync(byte[] one, byte[] other) => desk.EvaluateAsync<int>($$"""
        async ([one, other]) => {
          {{Decoded}}
          const [a, b] = [await decoded(one), await decoded(other)];
          if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return a.width * a.height;
          const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
          let differing = 0;
          for (let y = 0; y < height; y++) for (let x = 0; x < width; x++)
            if ([0, 1, 2].some(colour => Math.abs(a.data[4 * (y * a.width + x) + colour] - b.data[4 * (y * b.width + x) + colour]) > 40)) differing++;
          return differing;
        }
        """, new[] { Convert.ToBase64String(one), Convert.ToBase64String(other) });
}
