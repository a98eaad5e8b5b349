/// Um pedido por vez, com prazo e limite em tudo: o que foi enviado, o que veio, e como terminou.
package rinha.avaliador.conversa;
