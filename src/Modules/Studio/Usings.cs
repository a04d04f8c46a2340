global using System.Globalization;
global using System.Text.Json;
global using System.Text.Json.Nodes;
global using Madoguchi.Directory.Contracts;
global using Madoguchi.Procedures.Contracts;
global using Madoguchi.Studio.Domain;
