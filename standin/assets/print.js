// Print pages open the printer dialog by themselves.
document.addEventListener('DOMContentLoaded', () => window.print());
