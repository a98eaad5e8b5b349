/// A conta que fecha: o saldo de cada cliente é o de antes mais tudo o que o servidor aceitou.
package rinha.avaliador.consistencia;
