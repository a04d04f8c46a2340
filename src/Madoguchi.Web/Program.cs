using Madoguchi.Web.Start;

return await CommandLine.RunAsync(args);
